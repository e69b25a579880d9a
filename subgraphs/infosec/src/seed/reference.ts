import { join } from 'node:path';
import type { DatabaseUrls, RowCounts } from '@lokaal/shared/graphql';
import {
  filled,
  orEmpty,
  readCsvFile,
  seededId,
  seedInTransaction,
  upsertRows,
  type SeedRow,
} from '@lokaal/shared/seeding';
import { z } from 'zod';
import type { ControlFacts } from '../features/maturity-measurement/calculation/calculation.js';
import { LEVELS, reaches, type AssuranceLevel } from '../features/maturity-measurement/calculation/facts.js';

/** By the letters with which their categories begin. */
const functions = { GV: 'GOVERN', ID: 'IDENTIFY', PR: 'PROTECT', DE: 'DETECT', RS: 'RESPOND', RC: 'RECOVER' } as const;

const level = z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`);
const editions = ['2023', '2025'] as const;

const row = z.object({
  version: z.enum(editions, `must be one of ${editions.join(', ')}`),
  control_id: z.string().regex(/^[A-Z]{2}\.[A-Z]{2}-\d{1,2}\.\d{1,2}$/, 'must be as GV.OC-01.1'),
  function: z.enum(functions, `must be one of ${Object.values(functions).join(', ')}`),
  category: z.string().regex(/^[A-Z]{2}\.[A-Z]{2}$/, 'must be as GV.OC'),
  subcategory: z.string().regex(/^[A-Z]{2}\.[A-Z]{2}-\d{1,2}$/, 'must be as GV.OC-01'),
  first_level: level,
  key_measure_from: orEmpty(level),
  management_aspect_from: orEmpty(level),
  na_excluded_from: orEmpty(level),
  short_title: orEmpty(filled),
  nearest_2025_controls: orEmpty(filled),
});

/** One line of reference/controls.csv. */
export type ControlRow = z.output<typeof row>;

const referenceFile = join(__dirname, '../../reference/controls.csv');

const isPlaced = ({ control_id: id, subcategory, category, function: of }: ControlRow): boolean =>
  id.startsWith(`${subcategory}.`) &&
  subcategory.startsWith(`${category}-`) &&
  functions[category.slice(0, 2) as keyof typeof functions] === of;

/** A control counts as key measure, or must apply, only at levels that have it. */
const beginsEarly = (one: ControlRow): boolean =>
  [one.key_measure_from, one.management_aspect_from, one.na_excluded_from].some(
    (from) => from !== null && !reaches(from, one.first_level),
  );

function broken(one: ControlRow): string | undefined {
  if (!isPlaced(one)) return `${one.control_id} is not in ${one.subcategory} of ${one.category} of ${one.function}`;
  return beginsEarly(one) ? `${one.control_id} begins at ${one.first_level}, and counts before` : undefined;
}

export const readControls = (file: string = referenceFile): ControlRow[] =>
  readCsvFile(file, {
    columns: Object.keys(row.shape),
    row,
    key: (one) => `${one.version} ${one.control_id}`,
    broken,
  });

export const frameworkId = (edition: string): string => seededId('framework', `CYFUN:${edition}`);
export const controlId = (edition: string, code: string): string => seededId('control', `CYFUN:${edition}:${code}`);

/** What the calculation must know of a control. */
export const factsOf = (one: ControlRow): ControlFacts => ({
  id: one.control_id,
  function: one.function,
  category: one.category,
  subcategory: one.subcategory,
  firstLevel: one.first_level,
  keyMeasureFrom: one.key_measure_from,
  notApplicableExcludedFrom: one.na_excluded_from,
});

const levelsFrom = (from: AssuranceLevel | null): AssuranceLevel[] => LEVELS.filter((one) => reaches(one, from));

const controlRow = (one: ControlRow, index: number): SeedRow => ({
  id: controlId(one.version, one.control_id),
  framework_id: frameworkId(one.version),
  code: one.control_id,
  function: one.function,
  category: one.category,
  subcategory: one.subcategory,
  first_level: one.first_level,
  key_measure_levels: levelsFrom(one.key_measure_from),
  management_aspect_levels: levelsFrom(one.management_aspect_from),
  na_excluded_levels: levelsFrom(one.na_excluded_from),
  title: one.short_title ?? one.control_id,
  position: index + 1,
});

const frameworkRow = (edition: string): SeedRow => ({
  id: frameworkId(edition),
  ref: 'CYFUN',
  edition,
  name: `CyberFundamentals ${edition}`,
});

/**
 * Loads CyFun 2023 and 2025 with their controls. Safe to repeat: only what differs is written.
 * Throws a MalformedFileError, and loads nothing, when a line is not as it should be.
 */
export function seedReferenceFrom(urls: DatabaseUrls, file?: string): Promise<RowCounts> {
  const lines = readControls(file);
  const controls = editions.flatMap((edition) => lines.filter(({ version }) => version === edition).map(controlRow));
  const frameworks = { table: 'framework', key: ['ref', 'edition'], rows: editions.map(frameworkRow) };
  return seedInTransaction(urls.owner, async (client) => ({
    framework: await upsertRows(client, frameworks),
    control: await upsertRows(client, { table: 'control', key: ['framework_id', 'code'], rows: controls }),
  }));
}
