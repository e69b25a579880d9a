import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // the one that takes its place is written after it is withdrawn: an authority waits for one answer at a time
  `alter table circle_accession
    add column replaced_by_id text collate "C" references circle_accession deferrable initially deferred,
    add check (replaced_by_id is null or state = 'WITHDRAWN')`,
  `create index on circle_accession (replaced_by_id)`,
];

/** An authority that founds a circle while it waits for the answer of another one. */
export class AccessionReplaced1763921100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Requests are not undone: restore a backup instead.');
  }
}
