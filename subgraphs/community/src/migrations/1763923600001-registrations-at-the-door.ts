import type { MigrationInterface, QueryRunner } from 'typeorm';

const wordsOf = `create function registration_words_of(person text, event text) returns text language sql stable
  return coalesce((select concat_ws(' ', one.email, string_agg(distinct organisation.legal_name, ' '))
    from person as one
      left join event as visited on visited.id = registration_words_of.event
      left join employment as job on job.person_id = one.id
        and job.from_date <= (visited.starts_at at time zone 'Europe/Brussels')::date
        and coalesce(job.to_date > (visited.starts_at at time zone 'Europe/Brussels')::date, true)
      left join organisation on organisation.id = job.organisation_id
    where one.id = registration_words_of.person group by one.id), '')`;

/** Of the person's registrations, or of the event's. */
const refresh = (which: string): string =>
  `update registration set known_by = registration_words_of(person_id, event_id)
    where ${which} and known_by <> registration_words_of(person_id, event_id)`;

const functions = [
  wordsOf,
  `create function set_registration_words() returns trigger language plpgsql as $$
    begin
      new.known_by := registration_words_of(new.person_id, new.event_id);
      return new;
    end $$`,
  `create function follow_registration_words_of_person() returns trigger language plpgsql as $$
    begin ${refresh('person_id = new.id')}; return null; end $$`,
  `create function follow_registration_words_of_job() returns trigger language plpgsql as $$
    begin ${refresh('person_id in (old.person_id, new.person_id)')}; return null; end $$`,
  `create function follow_registration_words_of_organisation() returns trigger language plpgsql as $$
    begin ${refresh('person_id in (select person_id from employment where organisation_id = new.id)')}; return null; end $$`,
  `create function follow_registration_words_of_event() returns trigger language plpgsql as $$
    begin ${refresh('event_id = new.id')}; return null; end $$`,
];

const triggers = [
  `create trigger registration_words before insert or update of person_id on registration
    for each row execute function set_registration_words()`,
  `create trigger registration_words_of_person after update of email on person
    for each row when (old.email <> new.email) execute function follow_registration_words_of_person()`,
  `create trigger registration_words_of_job after insert or delete or update of person_id, organisation_id, from_date, to_date
    on employment for each row execute function follow_registration_words_of_job()`,
  `create trigger registration_words_of_organisation after update of legal_name on organisation
    for each row when (old.legal_name <> new.legal_name) execute function follow_registration_words_of_organisation()`,
  `create trigger registration_words_of_event after update of starts_at on event
    for each row when (old.starts_at <> new.starts_at) execute function follow_registration_words_of_event()`,
];

const statements = [
  // e-mail address, and organisations on the day of the event: kept by triggers, read by nobody but a search of staff
  `alter table registration add column known_by text not null default ''`,
  ...functions,
  `update registration set known_by = registration_words_of(person_id, event_id)`,
  ...triggers,
  `alter table registration add column restricted_search_vector tsvector generated always as
    (setweight(dutch_vector(person_name), 'A') || setweight(dutch_vector(known_by || ' ' || ticket_code), 'B')) stored`,
  `create index on registration using gin (restricted_search_vector)`,
];

/** At the door people are also found by their employer, their e-mail address and their ticket. */
export class RegistrationsAtTheDoor1763923600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What search finds is not undone: restore a backup instead.');
  }
}
