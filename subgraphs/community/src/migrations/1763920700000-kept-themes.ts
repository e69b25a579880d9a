import { grantServing } from '@lokaal/shared/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Staff add themes and change them; what they changed the reference data leave alone. */
export class KeptThemes1763920700000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table theme add column kept_by_staff boolean not null default false');
    for (const statement of grantServing(['theme'], 'select, insert, update')) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Themes are not undone: restore a backup instead.');
  }
}
