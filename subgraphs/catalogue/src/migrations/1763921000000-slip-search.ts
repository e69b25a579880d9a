import { slipIndex, slipSearch } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables with a search vector. */
const searched = ['vendor', 'solution', 'standard'];

/** Search forgives a slip in each word, also in short ones. */
export class SlipSearch1763921000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...slipSearch(), ...searched.map(slipIndex)]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What search finds is not undone: restore a backup instead.');
  }
}
