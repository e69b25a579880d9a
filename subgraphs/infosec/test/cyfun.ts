import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';

import type {
  AssuranceLevel,
  ControlAnswer,
  ControlFacts,
  CyFunVersion,
} from '../src/features/maturity-measurement/calculation/calculation.js';
import { inScope } from '../src/features/maturity-measurement/calculation/facts.js';

const level = (text: string | undefined): AssuranceLevel | null => (text ? (text as AssuranceLevel) : null);

const rows = parse<Record<string, string>>(readFileSync(join(__dirname, '../reference/controls.csv')), {
  columns: true,
});

const toFacts = (row: Record<string, string>): ControlFacts => ({
  id: row['control_id'] ?? '',
  function: row['function'] ?? '',
  category: row['category'] ?? '',
  subcategory: row['subcategory'] ?? '',
  firstLevel: level(row['first_level']) ?? 'BASIC',
  keyMeasureFrom: level(row['key_measure_from']),
  notApplicableExcludedFrom: level(row['na_excluded_from']),
});

const controls: Record<CyFunVersion, ControlFacts[]> = {
  '2023': rows.filter((row) => row['version'] === '2023').map(toFacts),
  '2025': rows.filter((row) => row['version'] === '2025').map(toFacts),
};

export const controlsOf = (version: CyFunVersion): ControlFacts[] => controls[version];

export const scored = (controlId: string, documentation: number, implementation: number): ControlAnswer => ({
  controlId,
  documentation,
  implementation,
  notApplicable: false,
});

export const notApplicable = (
  controlId: string,
  kept: { documentation?: number; implementation?: number } = {},
): ControlAnswer => ({ controlId, documentation: null, implementation: null, notApplicable: true, ...kept });

/** The same two scores for every control in scope, then the exceptions. */
export const everywhere = (
  { version, level: target }: { version: CyFunVersion; level: AssuranceLevel },
  [documentation, implementation]: [number, number],
  exceptions: ControlAnswer[] = [],
): ControlAnswer[] => {
  const scope = inScope(controls[version], target);
  const instead = new Map(exceptions.map((answer) => [answer.controlId, answer]));
  const misplaced = exceptions.filter(({ controlId }) => !scope.some(({ id }) => id === controlId));
  if (misplaced.length > 0) throw new Error(`Not in scope: ${misplaced.map(({ controlId }) => controlId).join(', ')}`);
  return scope.map(({ id }) => instead.get(id) ?? scored(id, documentation, implementation));
};

interface ExampleMaturity {
  documentation: number | null;
  implementation: number | null;
  maturity: number | null;
}

/** The results of an example; numbers are doubles as the workbook or an exact calculation rounded them. */
export interface ExampleResult {
  categories: Record<string, ExampleMaturity>;
  total: number | null;
  keyMeasures: Record<string, number | null>;
  keyMeasuresFailed: string[];
  keyMeasuresError: string[];
  categoriesFailed: string[];
  categoriesError: string[];
  naCount: number;
  naOverLimit: boolean;
  naForbidden: string[];
  totalPasses: boolean;
  meetsThresholds: boolean;
  meetsEssential: boolean;
}

export interface Example {
  name: string;
  scores: (Omit<ControlAnswer, 'controlId'> & { control: string })[];
  expected: ExampleResult;
  plainRule: ExampleResult;
}

const exampleFolder = join(__dirname, 'cyfun-examples');

/** Worked examples at level Essential of CyFun 2025; each file says what it is and where its results come from. */
export const examples = (): Example[] =>
  readdirSync(exampleFolder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(exampleFolder, file), 'utf8')) as Example);
