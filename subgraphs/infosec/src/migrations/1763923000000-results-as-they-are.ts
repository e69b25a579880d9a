import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Results are written once and read often, so 25 kB of each measurement are stored without being compressed. */
export class ResultsAsTheyAre1763923000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table maturity_measurement
        alter column workbook_result set storage external, alter column published_result set storage external`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table maturity_measurement
        alter column workbook_result set storage extended, alter column published_result set storage extended`,
    );
  }
}
