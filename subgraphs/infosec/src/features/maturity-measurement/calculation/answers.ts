import type { ControlFacts } from './facts.js';

/** What was answered for one control. Not applicable may come with a score in one dimension, as it may in the workbook. */
export interface ControlAnswer {
  controlId: string;
  documentation: number | null;
  implementation: number | null;
  notApplicable: boolean;
}

export type Answers = ReadonlyMap<string, ControlAnswer>;

const isScore = (value: number | null): boolean =>
  value !== null && Number.isInteger(value) && value >= 1 && value <= 5;

export const isInvalid = ({ documentation, implementation }: ControlAnswer): boolean =>
  [documentation, implementation].some((value) => value !== null && !isScore(value));

export const isMissing = (answer: ControlAnswer | undefined): boolean =>
  answer === undefined || (!answer.notApplicable && !(isScore(answer.documentation) && isScore(answer.implementation)));

export const duplicatedIn = (answers: readonly ControlAnswer[]): string[] => {
  const seen = new Set<string>();
  const twice = answers.filter(({ controlId }) => seen.has(controlId) || !seen.add(controlId));
  return [...new Set(twice.map(({ controlId }) => controlId))];
};

const readable = (answer: ControlAnswer): ControlAnswer => {
  const documentation = isScore(answer.documentation) ? answer.documentation : null;
  const implementation = isScore(answer.implementation) ? answer.implementation : null;
  // Two scores beside "not applicable" cannot be written in the workbook: then N/A stands in both cells.
  if (answer.notApplicable && documentation !== null && implementation !== null)
    return { ...answer, documentation: null, implementation: null };
  return { ...answer, documentation, implementation };
};

/** The answers that count: of controls in scope, valid, and unambiguous. The order of the answers never matters. */
export const answersInScope = (scope: readonly ControlFacts[], answers: readonly ControlAnswer[]): Answers => {
  const ids = new Set(scope.map(({ id }) => id));
  const ambiguous = new Set(duplicatedIn(answers));
  const counting = answers.filter(({ controlId }) => ids.has(controlId) && !ambiguous.has(controlId));
  return new Map(counting.map((answer) => [answer.controlId, readable(answer)]));
};
