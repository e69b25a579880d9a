import { controlsOf, examples, type Example, type ExampleResult } from '../../../../test/cyfun.js';
import { calculate, checkScores, type Calculation, type Figure, type MaturityResult } from './calculation.js';

const answersOf = ({ scores }: Example) => scores.map(({ control, ...answer }) => ({ controlId: control, ...answer }));

const calculated = (example: Example): Calculation =>
  calculate({ version: '2025', level: 'ESSENTIAL', scores: answersOf(example), controls: controlsOf('2025') });

const failing = (result: MaturityResult, kind: string, isError: boolean): string[] =>
  result.failures
    .filter((failure) => failure.kind === kind && (failure.value === null) === isError)
    .map(({ subject }) => subject ?? '')
    .toSorted();

const valueOf = (figure: Figure | null): number | null => figure?.value ?? null;

/** Our result in the words of an example. */
const asExample = (result: MaturityResult) => ({
  categories: Object.fromEntries(
    result.categories.map(({ id, documentation, implementation, maturity }) => [
      id,
      { documentation: valueOf(documentation), implementation: valueOf(implementation), maturity: valueOf(maturity) },
    ]),
  ),
  total: valueOf(result.total),
  keyMeasures: Object.fromEntries(result.keyMeasures.map(({ controlId, maturity }) => [controlId, valueOf(maturity)])),
  keyMeasuresFailed: failing(result, 'KEY_MEASURE', false),
  keyMeasuresError: failing(result, 'KEY_MEASURE', true),
  categoriesFailed: failing(result, 'CATEGORY', false),
  categoriesError: failing(result, 'CATEGORY', true),
  naCount: result.notApplicableCount,
  naOverLimit: result.failures.some(({ kind }) => kind === 'NOT_APPLICABLE_LIMIT'),
  naForbidden: failing(result, 'NOT_APPLICABLE_FORBIDDEN', true),
  totalPasses: result.failures.every(({ kind }) => kind !== 'TOTAL'),
  meetsThresholds: result.passesOnNumbers,
  meetsEssential: result.meetsThreshold,
});

/** The members of an example's result that we give too, with its figures as `number` wants them. */
const comparable = (expected: ExampleResult, number: (value: number | null) => unknown) => ({
  categories: Object.fromEntries(
    Object.entries(expected.categories).map(([id, { documentation, implementation, maturity }]) => [
      id,
      { documentation: number(documentation), implementation: number(implementation), maturity: number(maturity) },
    ]),
  ),
  total: number(expected.total),
  keyMeasures: Object.fromEntries(Object.entries(expected.keyMeasures).map(([id, value]) => [id, number(value)])),
  keyMeasuresFailed: expected.keyMeasuresFailed,
  keyMeasuresError: expected.keyMeasuresError,
  categoriesFailed: expected.categoriesFailed,
  categoriesError: expected.categoriesError,
  naCount: expected.naCount,
  naOverLimit: expected.naOverLimit,
  naForbidden: expected.naForbidden,
  totalPasses: expected.totalPasses,
  meetsThresholds: expected.meetsThresholds,
  meetsEssential: expected.meetsEssential,
});

const asIs = (value: number | null): unknown => value;

/** The workbook's own doubles carry rounding errors of the order of 1e-16. */
const nearly = (value: number | null): unknown => (value === null ? null : expect.closeTo(value, 12));

describe.each(examples().map((example) => [example.name, example] as const))('example %s', (_name, example) => {
  it('comes out as the official workbook computes it', () => {
    const { workbook } = calculated(example);
    expect(asExample(workbook as MaturityResult)).toEqual(comparable(example.expected, nearly));
  });

  it('comes out by the published method to the last bit', () => {
    const { published } = calculated(example);
    expect(asExample(published)).toEqual(comparable(example.plainRule, asIs));
  });

  it('is checked for N/A as the example says', () => {
    const { notApplicable, missing, invalid } = checkScores({
      level: 'ESSENTIAL',
      scores: answersOf(example),
      controls: controlsOf('2025'),
    });
    const { naCount, naOverLimit, naForbidden } = example.expected;
    expect({
      naCount: notApplicable.count,
      naOverLimit: notApplicable.overLimit,
      naForbidden: notApplicable.forbidden.map(({ controlId }) => controlId).toSorted(),
      missing,
      invalid,
    }).toEqual({ naCount, naOverLimit, naForbidden: naForbidden.toSorted(), missing: [], invalid: [] });
  });
});
