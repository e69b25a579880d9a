import { setImmediate as nextTurn } from 'node:timers/promises';
import { demoSeed, demoWorld } from '@lokaal/shared/demo';
import type { DatabaseUrls, DemoPlan, RowCounts } from '@lokaal/shared/graphql';
import { bulkLoad, insertRows, loadDemoOnce, type SqlClient } from '@lokaal/shared/seeding';
import type { CyFunVersion } from '../features/maturity-measurement/calculation/facts.js';
import { frameworkOf, measurementRows, type Surroundings, type MeasurementRows } from './demo-measurements.js';
import { demoPlan, type PlannedMeasurement } from './demo-plan.js';
import { factsOf, readControls } from './reference.js';

function readFrameworks(): Surroundings['frameworks'] {
  const controls = readControls();
  const of = (edition: CyFunVersion) =>
    frameworkOf(edition, controls.filter(({ version }) => version === edition).map(factsOf));
  return { '2023': of('2023'), '2025': of('2025') };
}

/** Authorities whose rows go to the database together. */
const batchSize = 20;

type Plan = readonly PlannedMeasurement[];

/** Computes with pauses, in which the connection can send the batch before. */
async function calculated(plans: readonly Plan[], around: Surroundings): Promise<MeasurementRows[]> {
  const rows: MeasurementRows[] = [];
  for (const planned of plans.flat()) {
    rows.push(measurementRows(planned, around));
    await nextTurn();
  }
  return rows;
}

async function write(client: SqlClient, rows: readonly MeasurementRows[]): Promise<void> {
  const measurements = rows.map(({ measurement }) => measurement);
  await insertRows(client, 'maturity_measurement', measurements);
  await insertRows(
    client,
    'control_score',
    rows.flatMap(({ scores }) => scores),
  );
  await insertRows(
    client,
    'published_label',
    rows.flatMap(({ labels }) => labels),
  );
}

/** Calculates a batch while the database takes in the one before. */
async function seedMeasurements(client: SqlClient, lastDay: string): Promise<RowCounts> {
  const around = { frameworks: readFrameworks(), lastDay };
  const plans = demoPlan(demoWorld(lastDay));
  const counts = { maturity_measurement: 0, control_score: 0, published_label: 0 };
  let writing = Promise.resolve();
  for (let from = 0; from < plans.length; from += batchSize) {
    const batch = plans.slice(from, from + batchSize);
    const [rows] = await Promise.all([calculated(batch, around), writing]);
    for (const { scores, labels } of rows) {
      counts.maturity_measurement += 1;
      counts.control_score += scores.length;
      counts.published_label += labels.length;
    }
    writing = write(client, rows);
  }
  await writing;
  return counts;
}

/** Loads the demonstration data once, after the reference data; as much of it at any size factor. */
export const seedDemo = (urls: DatabaseUrls, { scale, lastDay }: DemoPlan): Promise<RowCounts> =>
  loadDemoOnce(urls.owner, { seed: demoSeed, scale }, (client) =>
    bulkLoad(client, ['maturity_measurement', 'control_score', 'published_label'], () =>
      seedMeasurements(client, lastDay),
    ),
  );
