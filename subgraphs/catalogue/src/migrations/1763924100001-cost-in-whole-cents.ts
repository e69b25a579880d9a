import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one solution costs one authority in a year is less than 21 million euros: whole cents, as all other money. */
export class CostInWholeCents1763924100001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table portfolio_item alter column annual_cost_cents type integer');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table portfolio_item alter column annual_cost_cents type bigint');
  }
}
