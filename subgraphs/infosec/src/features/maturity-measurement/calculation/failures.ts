import Fraction from 'fraction.js';

import { isMissing, type Answers } from './answers.js';
import { figure, figureOf, isNumber, type Cell, type Exact, type Figure } from './exact.js';
import { exclusionOf, type AssuranceLevel, type ControlFacts, type ExclusionReason } from './facts.js';
import type { LevelRules } from './rules.js';

export type ThresholdKind = 'KEY_MEASURE' | 'CATEGORY' | 'TOTAL';

/**
 * Why a measurement does not meet its level. A threshold's value is null where the workbook has an error in place of a number.
 * INCOMPLETE and NOT_APPLICABLE_LIMIT count controls: value is how many, threshold how many at most.
 */
export type Failure =
  | { kind: ThresholdKind; subject: string | null; value: Figure | null; threshold: Figure }
  | { kind: 'INCOMPLETE' | 'NOT_APPLICABLE_LIMIT'; subject: null; value: Figure; threshold: Figure }
  | { kind: 'NOT_APPLICABLE_FORBIDDEN'; subject: string; because: ExclusionReason; value: null; threshold: null };

interface Outcome {
  scope: readonly ControlFacts[];
  answers: Answers;
  level: AssuranceLevel;
  rules: LevelRules;
  total: Cell;
  categories: readonly { id: string; maturity: Cell }[];
  keyMeasures: readonly { controlId: string; maturity: Cell }[];
}

const count = (many: number): Figure => figure(new Fraction(many));

/** On exact fractions only. A blank is no failure of its own: INCOMPLETE says it once. */
const below = (found: { kind: ThresholdKind; subject: string | null }, cell: Cell, limit: Exact): Failure[] => {
  if (cell === 'BLANK' || (isNumber(cell) && cell.gte(limit))) return [];
  return [{ ...found, value: figureOf(cell), threshold: figure(limit) }];
};

const thresholdFailures = ({ rules, total, categories, keyMeasures }: Outcome): Failure[] => {
  const keyMeasureThreshold = new Fraction(rules.keyMeasureThreshold);
  const categoryThreshold = rules.categoryThreshold === null ? null : new Fraction(rules.categoryThreshold);
  return [
    ...keyMeasures.flatMap(({ controlId, maturity }) =>
      below({ kind: 'KEY_MEASURE', subject: controlId }, maturity, keyMeasureThreshold),
    ),
    ...categories.flatMap(({ id, maturity }) =>
      categoryThreshold === null ? [] : below({ kind: 'CATEGORY', subject: id }, maturity, categoryThreshold),
    ),
    ...below({ kind: 'TOTAL', subject: null }, total, new Fraction(rules.totalThreshold)),
  ];
};

const incomplete = (missing: number): Failure[] =>
  missing === 0 ? [] : [{ kind: 'INCOMPLETE', subject: null, value: count(missing), threshold: count(0) }];

const overLimit = (many: number, limit: number): Failure[] =>
  many <= limit ? [] : [{ kind: 'NOT_APPLICABLE_LIMIT', subject: null, value: count(many), threshold: count(limit) }];

export const forbiddenNotApplicable = (
  notApplicable: readonly ControlFacts[],
  level: AssuranceLevel,
): { controlId: string; because: ExclusionReason }[] =>
  notApplicable.flatMap((control) => {
    const because = exclusionOf(control, level);
    return because === null ? [] : [{ controlId: control.id, because }];
  });

export const failuresOf = (outcome: Outcome) => {
  const { scope, answers, level, rules } = outcome;
  const notApplicable = scope.filter(({ id }) => answers.get(id)?.notApplicable);
  const missing = scope.filter(({ id }) => isMissing(answers.get(id))).length;
  const thresholds = thresholdFailures(outcome);
  const failures: Failure[] = [
    ...incomplete(missing),
    ...thresholds,
    ...overLimit(notApplicable.length, rules.notApplicableLimit),
    ...forbiddenNotApplicable(notApplicable, level).map(({ controlId, because }): Failure => ({
      kind: 'NOT_APPLICABLE_FORBIDDEN',
      subject: controlId,
      because,
      value: null,
      threshold: null,
    })),
  ];
  return {
    notApplicableCount: notApplicable.length,
    failures,
    passesOnNumbers: missing === 0 && thresholds.length === 0,
    meetsThreshold: failures.length === 0,
  };
};
