import type { MigrationInterface, QueryRunner } from 'typeorm';

const frameworks = [
  'create index on framework (edition, id)',
  'create index on control (code, id)',
  'create index on control (function)',
  'create index on control (category)',
  'create index on control (subcategory)',
  'create index on control (first_level)',
  'create index on control using gin (key_measure_levels)',
];

/** Nobody reads measurements but of some authorities, so the orders go within these. */
const measurements = [
  'create index on maturity_measurement (authority_id, created_at, id)',
  'create index on maturity_measurement (framework_id)',
  'create index on maturity_measurement (target_level)',
  'create index on maturity_measurement (kind)',
  'create index on maturity_measurement (state)',
  'create index on maturity_measurement (measured_on)',
  'create index on control_score (control_id)',
  'create index on control_score (not_applicable)',
];

const labels = [
  'create index on published_label (valid_from, id)',
  'create index on published_label (valid_until)',
  'create index on published_label (authority_id, valid_from, id)',
  'create index on published_label (framework_id)',
  'create index on published_label (measurement_id)',
  'create index on published_label (level)',
  'create index on published_label (kind)',
];

/** Indexes for what lists can be filtered and ordered by. */
export class Filters1763800100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...frameworks, ...measurements, ...labels]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('Indexes are not undone: a later migration drops what is not needed.');
  }
}
