import { controlsOf, everywhere, notApplicable, scored } from '../../../../test/cyfun.js';
import {
  CYFUN_RULES,
  calculate,
  defaultResult,
  type AssuranceLevel,
  type ControlAnswer,
  type ControlFacts,
  type CyFunVersion,
} from './calculation.js';

interface Case {
  version: CyFunVersion;
  level: AssuranceLevel;
}

const ESSENTIAL: Case = { version: '2025', level: 'ESSENTIAL' };

const calculated = (of: Case, scores: ControlAnswer[]) =>
  calculate({ ...of, scores, controls: controlsOf(of.version) });

/** One invented category: each inner list is a subcategory with the same score for both dimensions of each control. */
const oneCategory = (subcategories: number[][]) => {
  const controls = subcategories.flatMap((scores, at) =>
    scores.map((_, index): ControlFacts => ({
      id: `AA.BB-0${at + 1}.${index + 1}`,
      function: 'AA',
      category: 'AA.BB',
      subcategory: `AA.BB-0${at + 1}`,
      firstLevel: 'BASIC',
      keyMeasureFrom: null,
      notApplicableExcludedFrom: null,
    })),
  );
  const values = subcategories.flat();
  const scores = controls.map(({ id }, index) => scored(id, values[index] ?? 0, values[index] ?? 0));
  return calculate({ version: '2023', level: 'ESSENTIAL', scores, controls }).published;
};

it('is a mean of subcategories and not of controls', () => {
  expect(oneCategory([[1], [5, 5, 5]]).total).toEqual({ exact: '3', value: 3 });
});

it.each([
  ['3', [[3], [4, 1, 3], [3, 1, 5], [2, 2, 5, 4, 4, 5], [1, 4, 3]]],
  [
    '7/2',
    [
      [5, 1, 2],
      [3, 5, 4],
      [1, 5, 5],
      [3, 5, 1],
      [5, 5, 3],
      [4, 5, 1],
    ],
  ],
])('is exactly %s where adding doubles stays just below', (exact, subcategories) => {
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const withDoubles = mean(subcategories.map(mean));
  const { total, failures } = oneCategory(subcategories);
  expect(total?.exact).toBe(exact);
  expect(withDoubles).toBeLessThan(total?.value ?? 0);
  expect(failures.filter(({ kind }) => kind === 'CATEGORY')).toEqual([]);
});

it('passes documentation 2 with implementation 5 everywhere, at exactly 3.5', () => {
  const { workbook, published } = calculated(ESSENTIAL, everywhere(ESSENTIAL, [2, 5]));
  expect([workbook, published]).toEqual([
    expect.objectContaining({ total: { exact: '7/2', value: 3.5 }, failures: [], meetsThreshold: true }),
    expect.objectContaining({ total: { exact: '7/2', value: 3.5 }, failures: [], meetsThreshold: true }),
  ]);
});

it('fails a total and a category that would be shown as the threshold itself', () => {
  const lower = scored('ID.AM-08.3', 2, 4);
  const total = calculated(ESSENTIAL, everywhere(ESSENTIAL, [2, 5], [lower])).published;
  expect(total.total?.value.toFixed(2)).toBe('3.50');
  expect(total.failures).toEqual([expect.objectContaining({ kind: 'TOTAL' })]);
  const category = oneCategory([[2, ...Array<number>(300).fill(3)]]);
  expect(category.categories[0]?.maturity?.value.toFixed(2)).toBe('3.00');
  expect(category.failures).toContainEqual(expect.objectContaining({ kind: 'CATEGORY' }));
});

it.each([
  ['2023', 'BASIC', [15, 29, 13]],
  ['2023', 'IMPORTANT', [23, 92, 21]],
  ['2023', 'ESSENTIAL', [23, 101, 29]],
  ['2025', 'BASIC', [17, 28, 13]],
  ['2025', 'IMPORTANT', [20, 71, 22]],
  ['2025', 'ESSENTIAL', [22, 90, 29]],
] as [CyFunVersion, AssuranceLevel, number[]][])('has only what is in scope of %s at %s', (version, level, counts) => {
  const { published } = calculated({ version, level }, everywhere({ version, level }, [4, 4]));
  const { categories, subcategories, keyMeasures } = published;
  expect([categories.length, subcategories.length, keyMeasures.length]).toEqual(counts);
  expect(published.meetsThreshold).toBe(true);
});

describe.each([
  { level: 'BASIC', keyMeasure: '5/2', categories: [], total: '5/2', low: [2, 2], mean: '2' },
  { level: 'IMPORTANT', keyMeasure: '3', categories: [], total: '3', low: [2, 3], mean: '5/2' },
  { level: 'ESSENTIAL', keyMeasure: '3', categories: ['3'], total: '7/2', low: [2, 3], mean: '5/2' },
] as {
  level: AssuranceLevel;
  keyMeasure: string;
  categories: string[];
  total: string;
  low: [number, number];
  mean: string;
}[])('thresholds at $level', ({ level, keyMeasure, categories, total, low, mean }) => {
  const of: Case = { version: '2025', level };

  it('are named in the failures when every score is 1', () => {
    const { failures } = calculated(of, everywhere(of, [1, 1])).published;
    const thresholds = (kind: string) => [
      ...new Set(failures.filter((failure) => failure.kind === kind).map(({ threshold }) => threshold?.exact)),
    ];
    expect(thresholds('KEY_MEASURE')).toEqual([keyMeasure]);
    expect(thresholds('CATEGORY')).toEqual(categories);
    expect(thresholds('TOTAL')).toEqual([total]);
  });

  it('fail a single key measure just below', () => {
    const { published } = calculated(of, everywhere(of, [5, 5], [scored('PR.AA-05.1', ...low)]));
    expect(published.failures).toEqual([
      {
        kind: 'KEY_MEASURE',
        subject: 'PR.AA-05.1',
        value: expect.objectContaining({ exact: mean }),
        threshold: expect.objectContaining({ exact: keyMeasure }),
      },
    ]);
    expect(published.meetsThreshold).toBe(false);
  });
});

it('passes all threes at Important, and fails the total alone at Essential', () => {
  const failures = (level: AssuranceLevel) =>
    calculated({ version: '2025', level }, everywhere({ version: '2025', level }, [3, 3])).published.failures;
  expect(failures('IMPORTANT')).toEqual([]);
  expect(failures('ESSENTIAL')).toEqual([
    { kind: 'TOTAL', subject: null, value: { exact: '3', value: 3 }, threshold: { exact: '7/2', value: 3.5 } },
  ]);
});

it('fails a weak category at Essential only', () => {
  const weak = (level: AssuranceLevel) =>
    calculated(
      { version: '2023', level },
      everywhere({ version: '2023', level }, [5, 5]).map((answer) =>
        answer.controlId.startsWith('RS.RP') ? scored(answer.controlId, 1, 1) : answer,
      ),
    ).published.failures.map(({ kind, subject }) => [kind, subject]);
  expect(weak('IMPORTANT')).toEqual([]);
  expect(weak('ESSENTIAL')).toEqual([['CATEGORY', 'RS.RP']]);
});

it('gives a function the mean of its categories, in the order of the framework', () => {
  const strongRecover = everywhere(ESSENTIAL, [3, 3]).map((answer) =>
    answer.controlId.startsWith('RC.RP') ? scored(answer.controlId, 4, 5) : answer,
  );
  const { functions } = calculated(ESSENTIAL, strongRecover).published;
  expect(functions.map(({ id }) => id)).toEqual(['GOVERN', 'IDENTIFY', 'PROTECT', 'DETECT', 'RESPOND', 'RECOVER']);
  expect(functions.at(-1)).toEqual({ id: 'RECOVER', maturity: { exact: '15/4', value: 3.75 } });
});

describe('not applicable', () => {
  it.each([
    ['BASIC', '5/2'],
    ['IMPORTANT', '3'],
    ['ESSENTIAL', '3'],
  ] as [AssuranceLevel, string][])('at %s counts as %s in both dimensions', (level, counts) => {
    const { published } = calculated(
      { version: '2025', level },
      everywhere({ version: '2025', level }, [5, 5], [notApplicable('RC.RP-01.1', { documentation: 1 })]),
    );
    expect(published.subcategories.find(({ id }) => id === 'RC.RP-01')).toMatchObject({
      documentation: { exact: counts },
      implementation: { exact: counts },
    });
    expect(published).toMatchObject({ notApplicableCount: 1, meetsThreshold: true });
  });

  it('fails beyond the limit, with the number and the limit, while the numbers still pass', () => {
    const ids = ['GV.OC-01.1', 'GV.OC-02.1', 'GV.OC-03.1', 'GV.OC-04.1', 'GV.OC-04.2', 'GV.OC-05.1'];
    const scores = everywhere(
      ESSENTIAL,
      [4, 4],
      ids.map((id) => notApplicable(id)),
    );
    expect(calculated(ESSENTIAL, scores).workbook).toMatchObject({
      failures: [{ kind: 'NOT_APPLICABLE_LIMIT', subject: null, value: { value: 6 }, threshold: { value: 5 } }],
      passesOnNumbers: true,
      meetsThreshold: false,
    });
  });

  it('fails on a key measure and on a management aspect', () => {
    const scores = everywhere(ESSENTIAL, [5, 5], [notApplicable('PR.AA-05.1'), notApplicable('GV.SC-01.1')]);
    expect(calculated(ESSENTIAL, scores).published.failures).toEqual([
      expect.objectContaining({
        kind: 'NOT_APPLICABLE_FORBIDDEN',
        subject: 'GV.SC-01.1',
        because: 'MANAGEMENT_ASPECT',
      }),
      expect.objectContaining({ kind: 'NOT_APPLICABLE_FORBIDDEN', subject: 'PR.AA-05.1', because: 'KEY_MEASURE' }),
    ]);
  });
});

describe('an incomplete set', () => {
  const scores = everywhere(ESSENTIAL, [5, 5]).filter(({ controlId }) => controlId !== 'GV.PO-01.2');

  it('has no figure where a score is missing, and the others stand', () => {
    const { workbook } = calculated(ESSENTIAL, scores);
    expect(workbook).toMatchObject({ complete: false, total: null, meetsThreshold: false, passesOnNumbers: false });
    expect(workbook?.categories.filter(({ maturity }) => maturity === null).map(({ id }) => id)).toEqual(['GV.PO']);
  });

  it('fails as incomplete and for nothing else', () => {
    expect(calculated(ESSENTIAL, scores).published.failures).toEqual([
      { kind: 'INCOMPLETE', subject: null, value: { exact: '1', value: 1 }, threshold: { exact: '0', value: 0 } },
    ]);
  });

  it.each([
    ['an invalid score', [scored('GV.PO-01.2', 6, 5)]],
    ['two answers', [scored('GV.PO-01.2', 5, 5), scored('GV.PO-01.2', 5, 5)]],
  ])('is what %s leaves', (_what, added) => {
    expect(calculated(ESSENTIAL, [...scores, ...added]).published.complete).toBe(false);
  });
});

it('leaves scores of a higher level aside', () => {
  const basic: Case = { version: '2025', level: 'BASIC' };
  const scores = everywhere(basic, [3, 3]);
  expect(calculated(basic, [...scores, scored('GV.OC-01.1', 1, 1)])).toEqual(calculated(basic, scores));
});

it('names framework, level, method and rules in each result', () => {
  const { workbook, published } = calculated(ESSENTIAL, everywhere(ESSENTIAL, [3, 3]));
  expect(published.rulesVersion).toBe('CyFun 2025 ESSENTIAL, published method, rules 1');
  expect(workbook?.rulesVersion).toBe('CyFun 2025 ESSENTIAL, workbook v3.1, rules 1');
});

it('follows other rules when they are given', () => {
  const lenient = { ...CYFUN_RULES.levels.ESSENTIAL, totalThreshold: '2' };
  const { published } = calculate({
    ...ESSENTIAL,
    scores: everywhere(ESSENTIAL, [3, 3]),
    controls: controlsOf('2025'),
    rules: { version: 'trial', levels: { ...CYFUN_RULES.levels, ESSENTIAL: lenient } },
  });
  expect(published).toMatchObject({ meetsThreshold: true, rulesVersion: expect.stringContaining('rules trial') });
});

it('shows the workbook first, and the published method for 2023, whose workbook was not read', () => {
  const old = calculated({ version: '2023', level: 'BASIC' }, []);
  expect(old).toMatchObject({ workbook: null, differences: [] });
  expect(defaultResult(old).method).toBe('PUBLISHED');
  expect(defaultResult(calculated(ESSENTIAL, [])).method).toBe('WORKBOOK');
});
