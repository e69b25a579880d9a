import { addDays, demoSeed, dice, momentOn, showsLabel } from '@lokaal/shared/demo';
import { seededId, type SeedRow } from '@lokaal/shared/seeding';
import {
  calculate,
  defaultResult,
  type Calculation,
} from '../features/maturity-measurement/calculation/calculation.js';
import type { ControlFacts, CyFunVersion } from '../features/maturity-measurement/calculation/facts.js';
import { labelYears } from '../features/published-label/published-label.policy.js';
import type { PlannedMeasurement } from './demo-plan.js';
import { demoScores, type DemoScore } from './demo-scores.js';
import { controlId, frameworkId } from './reference.js';

/** Rows of one measurement; what it gave comes from the same calculation that serves users. */
export interface MeasurementRows {
  readonly measurement: SeedRow;
  readonly scores: readonly SeedRow[];
  readonly labels: readonly SeedRow[];
}

/** The controls of one edition, and their ids by code: each is asked for hundreds of times. */
interface Framework {
  readonly controls: readonly ControlFacts[];
  readonly ids: ReadonlyMap<string, string>;
}

export const frameworkOf = (edition: CyFunVersion, controls: readonly ControlFacts[]): Framework => ({
  controls,
  ids: new Map(controls.map(({ id }) => [id, controlId(edition, id)])),
});

const earlier = (one: string, other: string): string => (one < other ? one : other);

function measurementRow(planned: PlannedMeasurement, result: Calculation | undefined, lastDay: string): SeedRow {
  const by = dice(demoSeed, 'submission', planned.id);
  const startedAt = momentOn(by, planned.measuredOn);
  const submittedAt = momentOn(by, earlier(addDays(planned.measuredOn, by.between(1, 20)), lastDay));
  return {
    id: planned.id,
    authority_id: planned.authority.id,
    framework_id: frameworkId(planned.edition),
    target_level: planned.level,
    measured_on: planned.measuredOn,
    kind: planned.kind,
    state: planned.state,
    submitted_at: result ? submittedAt : null,
    supersedes_id: planned.supersedesId,
    workbook_result: result?.workbook ?? null,
    published_result: result?.published ?? null,
    result_differences: result?.differences ?? null,
    total: result ? defaultResult(result).total?.value : null,
    created_at: startedAt,
    updated_at: result ? submittedAt : startedAt,
  };
}

const scoreRow = (
  { id, authority, measuredOn }: PlannedMeasurement,
  score: DemoScore,
  ids: Framework['ids'],
): SeedRow => ({
  id: seededId('score', `${id}:${score.controlId}`),
  authority_id: authority.id,
  measurement_id: id,
  control_id: ids.get(score.controlId),
  documentation: score.documentation,
  implementation: score.implementation,
  not_applicable: score.notApplicable,
  reason: score.reason,
  note: score.note,
  created_at: `${measuredOn}T08:00:00Z`,
  updated_at: `${measuredOn}T08:00:00Z`,
});

/** Published where the verified and validated result reaches its level; some authorities keep it to themselves, a few took it back. */
function labelRows(planned: PlannedMeasurement, result: Calculation, lastDay: string): SeedRow[] {
  const by = dice(demoSeed, 'label', planned.id);
  const isProven = planned.kind === 'VERIFIED' && planned.state === 'VALIDATED';
  if (!isProven || !defaultResult(result).meetsThreshold) return [];
  const isShown = showsLabel(planned.authority);
  if (!isShown && by.chance(0.75)) return [];
  const validFrom = earlier(addDays(planned.measuredOn, by.between(8, 28)), lastDay);
  return [
    {
      id: seededId('label', planned.id),
      authority_id: planned.authority.id,
      measurement_id: planned.id,
      framework_id: frameworkId(planned.edition),
      level: planned.level,
      kind: planned.kind,
      valid_from: validFrom,
      valid_until: addDays(planned.measuredOn, labelYears * 365),
      withdrawn_at: isShown ? null : momentOn(by, lastDay),
      created_at: momentOn(by, validFrom),
      updated_at: momentOn(by, validFrom),
    },
  ];
}

/** What all measurements have in common. */
export interface Surroundings {
  readonly frameworks: Readonly<Record<CyFunVersion, Framework>>;
  readonly lastDay: string;
}

export function measurementRows(planned: PlannedMeasurement, { frameworks, lastDay }: Surroundings): MeasurementRows {
  const { controls, ids } = frameworks[planned.edition];
  const scores = demoScores(planned, controls);
  const result =
    planned.state === 'OPEN'
      ? undefined
      : calculate({ version: planned.edition, level: planned.level, scores, controls });
  return {
    measurement: measurementRow(planned, result, lastDay),
    scores: scores.map((score) => scoreRow(planned, score, ids)),
    labels: result ? labelRows(planned, result, lastDay) : [],
  };
}
