import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // as with registrations: kept by triggers, so that who writes a name need not think of it
  `alter table employment add column person_name text collate dutch not null default ''`,
  `update employment set person_name = person.name from person where person.id = employment.person_id`,
  `create function set_employment_person_name() returns trigger language plpgsql as $$
    begin
      new.person_name := coalesce((select name from person where id = new.person_id), '');
      return new;
    end $$`,
  `create trigger employment_person_name before insert or update of person_id on employment
    for each row execute function set_employment_person_name()`,
  `create function follow_employment_person_name() returns trigger language plpgsql as $$
    begin
      update employment set person_name = new.name where person_id = new.id;
      return new;
    end $$`,
  `create trigger employment_person_renamed after update of name on person
    for each row when (old.name <> new.name) execute function follow_employment_person_name()`,
  `create index on employment (person_name, id)`,
];

/** The directory is read by name. */
export class DirectoryNames1763921000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The order of the directory is not undone: restore a backup instead.');
  }
}
