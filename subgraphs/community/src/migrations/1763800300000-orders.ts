import type { MigrationInterface, QueryRunner } from 'typeorm';

const indexes = [
  // begin with what they replace
  'create index on employment (person_id, from_date, id)',
  'drop index employment_person_id_idx',
  'create index on employment (organisation_id, from_date, id)',
  'drop index employment_organisation_id_idx',
  'create index on circle_membership (circle_id, from_date, id)',
  'drop index circle_membership_circle_id_idx',
];

/** Indexes for what lists are ordered by, within what they hang below. */
export class Orders1763800300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of indexes) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Indexes are not undone: a later migration drops what is not needed.');
  }
}
