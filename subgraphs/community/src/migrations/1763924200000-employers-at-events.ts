import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `create function employers_at(person text, moment timestamptz) returns text[] language sql stable parallel safe
    return array(select distinct job.organisation_id
      from (select (moment at time zone 'Europe/Brussels')::date as day) today, employment job
      where job.person_id = employers_at.person and job.from_date <= day and coalesce(job.to_date > day, true))`,
  // of who was erased: counted, and never shown
  `alter table registration add column employer_ids text[] not null default '{}'
    check (person_id is null or employer_ids = '{}')`,
];

/** For how many organisations people came is still known when one of them is erased. */
export class EmployersAtEvents1763924200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What is kept of the erased is nowhere else: restore a backup instead.');
  }
}
