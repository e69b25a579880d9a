import { auditTable } from '@lokaal/shared/audit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records of who read what an authority did not publish of its portfolio. */
export class Audit1763800300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of auditTable()) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Audit records are kept: restore a backup instead.');
  }
}
