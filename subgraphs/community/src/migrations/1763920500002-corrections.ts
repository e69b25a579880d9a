import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `alter table membership
    drop constraint membership_decision_check,
    add constraint membership_decision_check check (decision in ('APPROVED', 'REJECTED', 'WITHDRAWN'))`,
  `create or replace function membership_status(decision text, cancelled_on date, to_date date, grace_until date, day date)
    returns text language sql immutable parallel safe
    return case
      when decision is null then 'APPLIED'
      when decision = 'REJECTED' then 'REJECTED'
      when decision = 'WITHDRAWN' then 'WITHDRAWN'
      when cancelled_on <= day then 'CANCELLED'
      when day < to_date then 'ACTIVE'
      when day < grace_until then 'GRACE'
      else 'EXPIRED' end`,
  // what ends on its first day held on no day: it was begun by mistake
  `alter table employment
    drop constraint employment_check,
    add constraint employment_check check (to_date >= from_date)`,
  // an address finds a person too, for staff only
  `alter table person add restricted_search_vector tsvector
    generated always as (dutch_vector(name) || dutch_vector(email || ' ' || translate(email, '@.-_+', '     '))) stored`,
  `create index on person using gin (restricted_search_vector)`,
  `create index on employment using gin (search_text(function_title) gin_trgm_ops)`,
];

/** Applications that are withdrawn, employments that end on their first day, people whom staff find by address. */
export class Corrections1763920500002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What was withdrawn or corrected is not undone: restore a backup instead.');
  }
}
