import { answersInScope, type ControlAnswer } from './answers.js';
import { WORKBOOKS, type Departure } from './departures.js';
import { differencesBetween, type Difference } from './differences.js';
import { inScope, type AssuranceLevel, type ControlFacts, type CyFunVersion } from './facts.js';
import { resultOf, type MaturityResult } from './result.js';
import { CYFUN_RULES, type CyFunRules } from './rules.js';

export interface CalculationInput {
  version: CyFunVersion;
  level: AssuranceLevel;
  scores: readonly ControlAnswer[];
  /** All controls of that framework version, in its order; those beyond the level are left aside. */
  controls: readonly ControlFacts[];
  rules?: CyFunRules;
}

export interface Calculation {
  /** As the official workbook computes it, which is what an assessor sees: the default. null for a version whose workbook was not read. */
  workbook: MaturityResult | null;
  /** As the Centre for Cybersecurity Belgium publishes the method. */
  published: MaturityResult;
  differences: Difference[];
}

/** The CyFun maturity of one set of scores, in exact arithmetic. Scores out of scope, invalid or given twice do not count. */
export const calculate = ({ version, level, scores, controls, rules = CYFUN_RULES }: CalculationInput): Calculation => {
  const scope = inScope(controls, level);
  const answers = answersInScope(scope, scores);
  const resultBy = (method: MaturityResult['method'], name: string, departures: readonly Departure[]) =>
    resultOf({
      method,
      rulesVersion: `CyFun ${version} ${level}, ${name}, rules ${rules.version}`,
      level,
      rules: rules.levels[level],
      departures,
      scope,
      answers,
    });
  const published = resultBy('PUBLISHED', 'published method', []);
  const official = WORKBOOKS[version]?.[level];
  if (!official) return { workbook: null, published, differences: [] };
  const { departures } = official;
  const workbook = resultBy('WORKBOOK', `workbook ${official.version}`, departures);
  return { workbook, published, differences: differencesBetween({ workbook, published, departures }) };
};

/** The result to show when one is asked for. */
export const defaultResult = ({ workbook, published }: Calculation): MaturityResult => workbook ?? published;

export { checkScores, type ScoreCheck } from './check-scores.js';
export type { ControlAnswer } from './answers.js';
export type { Difference } from './differences.js';
export type { Figure } from './exact.js';
export type { AssuranceLevel, ControlFacts, CyFunVersion } from './facts.js';
export type { MaturityResult } from './result.js';
export { CYFUN_RULES, type CyFunRules } from './rules.js';
