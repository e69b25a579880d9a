import type { MigrationInterface, QueryRunner } from 'typeorm';

// What a row takes from a person or an organisation is read with that row locked: a change of it that is under way is waited
// for, or waits until its own trigger sees this row too.

const names = [
  `create or replace function set_registration_person_name() returns trigger language plpgsql as $$
    begin
      select name into new.person_name from person where id = new.person_id for share;
      new.person_name := coalesce(new.person_name, '');
      return new;
    end $$`,
  `create or replace function set_employment_person_name() returns trigger language plpgsql as $$
    begin
      select name into new.person_name from person where id = new.person_id for share;
      new.person_name := coalesce(new.person_name, '');
      return new;
    end $$`,
  `create or replace function set_employment_organisation_name() returns trigger language plpgsql as $$
    begin
      select legal_name into new.organisation_name from organisation where id = new.organisation_id for share;
      new.organisation_name := coalesce(new.organisation_name, '');
      return new;
    end $$`,
  `create or replace function set_membership_holder_name() returns trigger language plpgsql as $$
    begin
      select legal_name into new.holder_name from organisation where id = new.organisation_id for share;
      if not found then
        select name into new.holder_name from person where id = new.person_id for share;
      end if;
      new.holder_name := coalesce(new.holder_name, '');
      return new;
    end $$`,
];

/** Of those rows; they are locked first, so that the words are those of after whatever else changed them. */
const refresh = (which: string): string =>
  `perform from registration where ${which} order by id for no key update;
   update registration set known_by = registration_words_of(person_id, event_id)
    where ${which} and known_by <> registration_words_of(person_id, event_id)`;

const follow = (what: string, steps: string): string =>
  `create or replace function follow_registration_words_of_${what}() returns trigger language plpgsql as $$
    begin ${steps}; return null; end $$`;

const employees = 'select person_id from employment where organisation_id = new.id';

/** By which words a registration is found depends on one lock: that of its person. Organisations are locked before people. */
const words = [
  `create or replace function set_registration_words() returns trigger language plpgsql as $$
    begin
      perform from person where id = new.person_id for share;
      new.known_by := registration_words_of(new.person_id, new.event_id);
      return new;
    end $$`,
  follow('person', refresh('person_id = new.id')),
  follow('event', refresh('event_id = new.id')),
  follow('job', refresh('person_id in (old.person_id, new.person_id)')),
  follow('organisation', refresh(`person_id in (${employees})`)),
  `create function lock_employed_person() returns trigger language plpgsql as $$
    begin
      perform from person where id in (old.person_id, new.person_id) order by id for no key update;
      if tg_op = 'DELETE' then return old; end if;
      return new;
    end $$`,
  // by its name after employment_organisation_name
  `create trigger employment_person_locked before insert or delete or update of person_id, organisation_id, from_date, to_date
    on employment for each row execute function lock_employed_person()`,
  `create function lock_employed_people() returns trigger language plpgsql as $$
    begin
      perform from person where id in (${employees}) order by id for no key update;
      return null;
    end $$`,
  // by its name before employment_organisation_renamed: a person is locked before what is kept of her elsewhere
  `create trigger employed_people_locked after update of legal_name on organisation
    for each row when (old.legal_name <> new.legal_name) execute function lock_employed_people()`,
];

const repairs = [
  `update registration set person_name = person.name from person
    where person.id = person_id and person_name <> person.name`,
  `update registration set known_by = registration_words_of(person_id, event_id)
    where known_by <> registration_words_of(person_id, event_id)`,
  `update employment set person_name = person.name from person where person.id = person_id and person_name <> person.name`,
  `update employment set organisation_name = legal_name from organisation
    where organisation.id = organisation_id and organisation_name <> legal_name`,
  `update membership set holder_name = person.name from person where person.id = person_id and holder_name <> person.name`,
  `update membership set holder_name = legal_name from organisation
    where organisation.id = organisation_id and holder_name <> legal_name`,
];

/** Names, addresses and employers that are kept beside other rows stay theirs, also when both are written at once. */
export class NamesInStep1763923900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...names, ...words, ...repairs]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What search finds is not undone: restore a backup instead.');
  }
}
