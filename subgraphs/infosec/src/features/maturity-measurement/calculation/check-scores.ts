import { answersInScope, duplicatedIn, isInvalid, isMissing, type ControlAnswer } from './answers.js';
import { inScope, type AssuranceLevel, type ControlFacts, type ExclusionReason } from './facts.js';
import { forbiddenNotApplicable } from './failures.js';
import { CYFUN_RULES, type CyFunRules } from './rules.js';

export interface ScoresToCheck {
  level: AssuranceLevel;
  scores: readonly ControlAnswer[];
  /** All controls of the framework version. */
  controls: readonly ControlFacts[];
  rules?: CyFunRules;
}

/** Control ids, in the order of the framework (missing, forbidden) or of the scores (the rest). */
export interface ScoreCheck {
  /** In scope, and without two valid scores or "not applicable". */
  missing: string[];
  /** With a score that is not an integer from 1 to 5. */
  invalid: string[];
  duplicated: string[];
  /** Controls of the framework that begin at a higher level. */
  outOfScope: string[];
  /** Not a control of this framework version. */
  unknown: string[];
  notApplicable: {
    count: number;
    limit: number;
    overLimit: boolean;
    forbidden: { controlId: string; because: ExclusionReason }[];
  };
  /** Nothing above stands in the way: the measurement may be submitted. */
  acceptable: boolean;
}

export const checkScores = ({ level, scores, controls, rules = CYFUN_RULES }: ScoresToCheck): ScoreCheck => {
  const scope = inScope(controls, level);
  const answers = answersInScope(scope, scores);
  const known = new Set(controls.map(({ id }) => id));
  const inScopeIds = new Set(scope.map(({ id }) => id));
  const idsWhere = (wanted: (score: ControlAnswer) => boolean): string[] => [
    ...new Set(scores.filter(wanted).map(({ controlId }) => controlId)),
  ];
  const problems = {
    missing: scope.filter(({ id }) => isMissing(answers.get(id))).map(({ id }) => id),
    invalid: idsWhere(isInvalid),
    duplicated: duplicatedIn(scores),
    outOfScope: idsWhere(({ controlId }) => known.has(controlId) && !inScopeIds.has(controlId)),
    unknown: idsWhere(({ controlId }) => !known.has(controlId)),
  };
  const marked = scope.filter(({ id }) => answers.get(id)?.notApplicable);
  const limit = rules.levels[level].notApplicableLimit;
  const forbidden = forbiddenNotApplicable(marked, level);
  const overLimit = marked.length > limit;
  return {
    ...problems,
    notApplicable: { count: marked.length, limit, overLimit, forbidden },
    acceptable: !overLimit && [...Object.values(problems), forbidden].every(({ length }) => length === 0),
  };
};
