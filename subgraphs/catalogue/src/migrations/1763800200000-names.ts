import { dutchCollation, sortAsDutch } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const names = [
  { table: 'vendor', column: 'name', vector: 'dutch_vector(name)' },
  {
    table: 'solution',
    column: 'name',
    vector: `setweight(dutch_vector(name), 'A') || setweight(dutch_vector(short_description), 'B')`,
  },
  { table: 'solution_version', column: 'number' },
  { table: 'standard', column: 'name', vector: 'dutch_vector(name)' },
];

/** Names sort as in a dictionary, numbers of versions by their value. */
export class Names1763800200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...dutchCollation(), ...names.flatMap(sortAsDutch)]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('The order of names is not undone: restore a backup instead.');
  }
}
