import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // what was planned before takes effect as it was said
  `alter table planned_merger add column takes_effect_on date`,
  `update planned_merger set takes_effect_on = on_date`,
  `alter table planned_merger alter column takes_effect_on set not null, add check (takes_effect_on >= on_date)`,
  `create index on planned_merger (takes_effect_on, id) where state = 'PLANNED'`,
];

/** A merger takes effect after who is concerned could object, with the first day that it has in law. */
export class MergerNotice1763921400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Plans are not undone: restore a backup instead.');
  }
}
