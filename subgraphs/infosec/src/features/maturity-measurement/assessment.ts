import { calculate, type ControlAnswer, type CyFunVersion, defaultResult } from './calculation/calculation.js';
import type { KnownControl } from './control-facts.js';
import type { ControlScoreEntity, MaturityMeasurementEntity } from './maturity-measurement.entity.js';

type Computed = Pick<MaturityMeasurementEntity, 'workbookResult' | 'publishedResult' | 'resultDifferences' | 'total'>;

export interface Assessed {
  readonly edition: string;
  readonly level: MaturityMeasurementEntity['targetLevel'];
  readonly controls: readonly KnownControl[];
  readonly answers: readonly ControlAnswer[];
}

/** Stored scores in the words of the calculation. */
export function answersOf(controls: readonly KnownControl[], scores: readonly ControlScoreEntity[]): ControlAnswer[] {
  const codes = new Map(controls.map(({ id, facts }) => [id, facts.id]));
  return scores.map(({ controlId, documentation, implementation, notApplicable }) => ({
    controlId: codes.get(controlId) ?? controlId,
    documentation,
    implementation,
    notApplicable,
  }));
}

/** Both results as they are stored. The total is that of the default result. */
export function assess({ edition, level, controls, answers }: Assessed): Computed {
  const calculation = calculate({
    version: edition as CyFunVersion,
    level,
    scores: answers,
    controls: controls.map(({ facts }) => facts),
  });
  const { workbook, published, differences } = calculation;
  // A workbook can show an error where a number should be; the published method never does on complete scores.
  const total = defaultResult(calculation).total ?? published.total;
  return {
    workbookResult: workbook,
    publishedResult: published,
    resultDifferences: differences,
    total: total && decimalOf(total.exact),
  };
}

/** Decimals that the column for comparing gets of a fraction; the exact one is in the result. */
const decimals = 20;

/** A fraction such as 7/2 as a decimal number, cut off and not rounded. */
export function decimalOf(exact: string): string {
  const [numerator = '0', denominator = '1'] = exact.split('/');
  const scaled = (BigInt(numerator) * 10n ** BigInt(decimals)) / BigInt(denominator);
  const digits = String(scaled).padStart(decimals + 1, '0');
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
