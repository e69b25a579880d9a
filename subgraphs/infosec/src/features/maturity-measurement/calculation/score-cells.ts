import Fraction from 'fraction.js';

import type { Answers } from './answers.js';
import type { Departure } from './departures.js';
import { mean, type Cell } from './exact.js';
import { DIMENSIONS, type Dimension } from './facts.js';

export interface ScoreCells {
  /** The score of a control as it counts in its subcategory. */
  score(controlId: string, dimension: Dimension): Cell;
  /** The mean of the control's own two scores. */
  keyMeasure(controlId: string): Cell;
}

const INTEGERS = [0, 1, 2, 3, 4, 5].map((score) => new Fraction(score));

/** Reads the answers as a workbook's formulas read their input cells: step 1 of the method and where the workbook skips it. */
export const scoreCells = (
  answers: Answers,
  notApplicableCountsAs: string,
  departures: readonly Departure[],
): ScoreCells => {
  const replacement = new Fraction(notApplicableCountsAs);
  const keepsText = (controlId: string, dimension: Dimension): boolean =>
    departures.some(
      (departure) =>
        departure.kind === 'NOT_APPLICABLE_KEPT' &&
        departure.controls.includes(controlId) &&
        departure.dimensions.includes(dimension),
    );
  const asWritten = (controlId: string, dimension: Dimension): Cell => {
    const answer = answers.get(controlId);
    const score = answer?.[dimension] ?? null;
    if (score !== null) return INTEGERS[score] ?? 'BLANK';
    return answer?.notApplicable ? 'TEXT' : 'BLANK';
  };
  const score = (controlId: string, dimension: Dimension): Cell =>
    answers.get(controlId)?.notApplicable && !keepsText(controlId, dimension)
      ? replacement
      : asWritten(controlId, dimension);
  // Only that departure makes a key measure differ from its scores: NOT_APPLICABLE_KEPT concerns category cells.
  const replaced = (controlId: string, dimension: Dimension): Cell =>
    answers.get(controlId)?.notApplicable ? replacement : asWritten(controlId, dimension);
  const read = departures.some(({ kind }) => kind === 'KEY_MEASURES_READ_DIRECTLY') ? asWritten : replaced;
  return { score, keyMeasure: (controlId) => mean(DIMENSIONS.map((dimension) => read(controlId, dimension))) };
};
