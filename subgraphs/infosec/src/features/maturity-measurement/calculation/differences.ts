import type { Departure } from './departures.js';
import type { Figure } from './exact.js';
import type { ThresholdKind } from './failures.js';
import type { Maturity, MaturityResult } from './result.js';

export interface Difference {
  kind: ThresholdKind;
  /** Category or control; null for the total. */
  subject: string | null;
  figure: keyof Maturity;
  workbook: Figure | null;
  published: Figure | null;
  /** True when one of the two passes its threshold and the other does not. */
  outcomeDiffers: boolean;
  why: string;
}

interface Comparison {
  workbook: MaturityResult;
  published: MaturityResult;
  departures: readonly Departure[];
}

const FIGURES: readonly (keyof Maturity)[] = ['documentation', 'implementation', 'maturity'];

/** Only a category where the workbook departs can differ, so every departure named for it is a reason. */
const reasons = (departures: readonly Departure[], category: string): string =>
  departures
    .filter((departure) => 'category' in departure && departure.category === category)
    .map(({ why }) => why)
    .join(' ');

const fails = (result: MaturityResult, { kind, subject }: Pick<Difference, 'kind' | 'subject'>): boolean =>
  result.failures.some((failure) => failure.kind === kind && failure.subject === subject);

const withOutcome = (found: Omit<Difference, 'outcomeDiffers'>, { workbook, published }: Comparison): Difference => ({
  ...found,
  outcomeDiffers: found.figure === 'maturity' && fails(workbook, found) !== fails(published, found),
});

const categories = (comparison: Comparison) =>
  comparison.workbook.categories.flatMap((own, index) =>
    FIGURES.map((figure) => ({
      kind: 'CATEGORY' as const,
      subject: own.id,
      figure,
      workbook: own[figure],
      published: comparison.published.categories[index]?.[figure] ?? null,
      why: reasons(comparison.departures, own.id),
    })),
  );

const keyMeasures = ({ workbook, published, departures }: Comparison) =>
  workbook.keyMeasures.map(({ controlId, maturity }, index) => ({
    kind: 'KEY_MEASURE' as const,
    subject: controlId,
    figure: 'maturity' as const,
    workbook: maturity,
    published: published.keyMeasures[index]?.maturity ?? null,
    why: departures.find(({ kind }) => kind === 'KEY_MEASURES_READ_DIRECTLY')?.why ?? '',
  }));

const differs = ({ workbook, published }: Pick<Difference, 'workbook' | 'published'>): boolean =>
  workbook?.exact !== published?.exact;

/** What the workbook shows otherwise than the published method, in the order categories, key measures, total. */
export const differencesBetween = (comparison: Comparison): Difference[] => {
  const inCategories = categories(comparison).filter(differs);
  const changed = inCategories.filter(({ figure }) => figure === 'maturity').map(({ subject }) => subject);
  const total = {
    kind: 'TOTAL' as const,
    subject: null,
    figure: 'maturity' as const,
    workbook: comparison.workbook.total,
    published: comparison.published.total,
    why: `The total is the mean of the category maturities, of which these differ: ${changed.join(', ')}.`,
  };
  return [...inCategories, ...keyMeasures(comparison).filter(differs), ...[total].filter(differs)].map((found) =>
    withOutcome(found, comparison),
  );
};
