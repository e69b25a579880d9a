import { dutchCollation, sortAsDutch } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const names = [
  { table: 'municipality', column: 'name', vector: 'dutch_vector(name)' },
  { table: 'organisation', column: 'legal_name', vector: 'dutch_vector(legal_name)' },
  { table: 'person', column: 'name', vector: 'dutch_vector(name)' },
  { table: 'knowledge_circle', column: 'name', vector: 'dutch_vector(name)' },
  { table: 'cohort', column: 'label' },
];

/** Names sort as in a dictionary. */
export class Names1763800400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...dutchCollation(), ...names.flatMap(sortAsDutch)]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The order of names is not undone: restore a backup instead.');
  }
}
