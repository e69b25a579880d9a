import { searchVector } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // name of who takes part, kept by triggers: what a list is searched and ordered by
  `alter table registration add column person_name text collate dutch not null default ''`,
  `update registration set person_name = person.name from person where person.id = registration.person_id`,
  `create function set_registration_person_name() returns trigger language plpgsql as $$
    begin
      new.person_name := coalesce((select name from person where id = new.person_id), '');
      return new;
    end $$`,
  // also when erasure takes the person out
  `create trigger registration_person_name before insert or update of person_id on registration
    for each row execute function set_registration_person_name()`,
  `create function follow_registration_person_name() returns trigger language plpgsql as $$
    begin
      update registration set person_name = new.name where person_id = new.id;
      return new;
    end $$`,
  `create trigger registration_person_renamed after update of name on person
    for each row when (old.name <> new.name) execute function follow_registration_person_name()`,
  ...searchVector('registration', 'dutch_vector(person_name)'),
  `create index on registration using gin (search_text(person_name) gin_trgm_ops)`,
  `create index on registration (person_name, id)`,
  `create index on registration (event_id, person_name, id)`,
];

/** At the door people are found by their names. */
export class RegistrationNames1763920600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What search finds is not undone: restore a backup instead.');
  }
}
