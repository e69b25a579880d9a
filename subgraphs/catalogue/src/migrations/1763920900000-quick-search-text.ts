import { quickSearchText } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ranks and forgives typing errors faster; what it answers stays the same, so the indexes stay too. */
export class QuickSearchText1763920900000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(quickSearchText);
  }

  async down(): Promise<void> {
    throw new Error('A function is not undone: a later migration replaces it.');
  }
}
