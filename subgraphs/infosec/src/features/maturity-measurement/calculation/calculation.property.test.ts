import * as fc from 'fast-check';

import { controlsOf, scored } from '../../../../test/cyfun.js';
import {
  calculate,
  type AssuranceLevel,
  type Calculation,
  type ControlAnswer,
  type CyFunVersion,
  type Figure,
  type MaturityResult,
} from './calculation.js';
import { LEVELS, inScope, type ControlFacts, type Dimension } from './facts.js';

interface Scored {
  version: CyFunVersion;
  level: AssuranceLevel;
  scores: ControlAnswer[];
}

const score = fc.integer({ min: 1, max: 5 });

const answer = (id: string): fc.Arbitrary<ControlAnswer> =>
  fc.tuple(score, score).map(([documentation, implementation]) => scored(id, documentation, implementation));

const notApplicableAnswer = (id: string): fc.Arbitrary<ControlAnswer> =>
  fc
    .tuple(fc.option(score), fc.option(score))
    .map(([documentation, implementation]) => ({ controlId: id, documentation, implementation, notApplicable: true }));

const sets = (of: (id: string) => fc.Arbitrary<ControlAnswer>): fc.Arbitrary<Scored> =>
  fc
    .tuple(fc.constantFrom<CyFunVersion>('2023', '2025'), fc.constantFrom(...LEVELS))
    .chain(([version, level]) =>
      fc
        .tuple(...inScope(controlsOf(version), level).map(({ id }) => of(id)))
        .map((scores) => ({ version, level, scores })),
    );

const plain = sets(answer);
const withNotApplicable = sets((id) =>
  fc.oneof({ weight: 9, arbitrary: answer(id) }, { weight: 1, arbitrary: notApplicableAnswer(id) }),
);

const calculated = ({ version, level, scores }: Scored): Calculation =>
  calculate({ version, level, scores, controls: controlsOf(version) });

const results = ({ workbook, published }: Calculation): MaturityResult[] =>
  workbook ? [workbook, published] : [published];

const everyFigure = (result: MaturityResult): (Figure | null)[] => [
  result.total,
  ...[...result.categories, ...result.subcategories].flatMap((one) => [
    one.documentation,
    one.implementation,
    one.maturity,
  ]),
  ...[...result.functions, ...result.keyMeasures].map(({ maturity }) => maturity),
];

/** Fractions of big integers, written out here so that nothing is shared with the code under test. */
type Ratio = readonly [bigint, bigint];

const ratioOf = (text: string): Ratio => {
  const [over, under = '1'] = text.split('/');
  return [BigInt(over ?? '0'), BigInt(under)];
};

const same = (a: Ratio, b: Ratio): boolean => a[0] * b[1] === b[0] * a[1];

const atMost = (a: Ratio, b: Ratio): boolean => a[0] * b[1] <= b[0] * a[1];

const naiveMean = (ratios: Ratio[]): Ratio => {
  const [over, under] = ratios.reduce<Ratio>(
    (sum, next) => [sum[0] * next[1] + next[0] * sum[1], sum[1] * next[1]],
    [0n, 1n],
  );
  return [over, under * BigInt(ratios.length)];
};

const COUNTS_AS: Record<AssuranceLevel, Ratio> = { BASIC: [5n, 2n], IMPORTANT: [3n, 1n], ESSENTIAL: [3n, 1n] };

/** The published method, read from its seven steps and nothing else. `groupOf` says what is averaged before the category. */
const naive = (
  { version, level, scores }: Scored,
  groupOf: (control: ControlFacts, dimension: Dimension) => string | null,
) => {
  const scope = inScope(controlsOf(version), level);
  const ratio = (id: string, dimension: Dimension): Ratio => {
    const found = scores.find(({ controlId }) => controlId === id);
    return found?.notApplicable ? COUNTS_AS[level] : [BigInt(found?.[dimension] ?? 0), 1n];
  };
  const inDimension = (category: string, dimension: Dimension): Ratio => {
    const own = scope.filter((control) => control.category === category && groupOf(control, dimension) !== null);
    const groups = [...new Set(own.map((control) => groupOf(control, dimension)))];
    return naiveMean(
      groups.map((group) =>
        naiveMean(own.filter((c) => groupOf(c, dimension) === group).map(({ id }) => ratio(id, dimension))),
      ),
    );
  };
  const categories = [...new Set(scope.map(({ category }) => category))].map((id) => ({
    id,
    ratio: naiveMean([inDimension(id, 'documentation'), inDimension(id, 'implementation')]),
  }));
  return { categories, total: naiveMean(categories.map((category) => category.ratio)) };
};

/** Categories, or the total, where the result is not the naive one. */
const disagreements = (result: MaturityResult, expected: ReturnType<typeof naive>): string[] => {
  const agrees = (found: Figure | null | undefined, ratio: Ratio) => !!found && same(ratioOf(found.exact), ratio);
  const categories = expected.categories.filter(({ id, ratio }, index) => {
    const found = result.categories[index];
    return found?.id !== id || !agrees(found.maturity, ratio);
  });
  return [...categories.map(({ id }) => id), ...(agrees(result.total, expected.total) ? [] : ['total'])];
};

/** The cells of the workbook Essential v3.1 that differ, as its formulas group them. */
const workbookGroup = ({ id, subcategory }: ControlFacts, dimension: Dimension): string | null => {
  if (subcategory === 'PR.AA-06' && dimension === 'implementation') return null;
  if (subcategory === 'PR.IR-03') return 'PR.IR-04';
  if (subcategory === 'GV.OV-03') return 'GV.OV-02';
  return subcategory === 'RC.CO-04' ? id : subcategory;
};

it('agrees with a naive calculation by the published method', () => {
  fc.assert(
    fc.property(withNotApplicable, (set) => {
      const expected = naive(set, ({ subcategory }) => subcategory);
      expect(disagreements(calculated(set).published, expected)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/** Every control of 2025, with the given scores in turn. */
const completed = (scores: ControlAnswer[]): ControlAnswer[] =>
  controlsOf('2025').map(({ id }, index) => {
    const { documentation, implementation } = scores[index % scores.length] ?? {};
    return scored(id, documentation ?? 1, implementation ?? 1);
  });

it('agrees with a naive calculation by the cells of the workbook Essential', () => {
  fc.assert(
    fc.property(plain, ({ scores }) => {
      const set: Scored = { version: '2025', level: 'ESSENTIAL', scores: completed(scores) };
      expect(disagreements(calculated(set).workbook as MaturityResult, naive(set, workbookGroup))).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

it('lowers nothing when a score is raised', () => {
  fc.assert(
    fc.property(
      withNotApplicable,
      fc.nat(),
      fc.constantFrom<Dimension>('documentation', 'implementation'),
      (set, at, dimension) => {
        const chosen = at % set.scores.length;
        const raised = set.scores.map((one, index) => {
          const value = one[dimension];
          return index === chosen && value !== null && value < 5 ? { ...one, [dimension]: value + 1 } : one;
        });
        const before = results(calculated(set)).flatMap(everyFigure);
        const after = results(calculated({ ...set, scores: raised })).flatMap(everyFigure);
        const lowered = before.filter((old, index) => {
          const now = after[index];
          return old && now && !atMost(ratioOf(old.exact), ratioOf(now.exact));
        });
        expect(lowered).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

it('gives k everywhere when every score is k', () => {
  fc.assert(
    fc.property(plain, score, (set, k) => {
      const scores = set.scores.map(({ controlId }) => scored(controlId, k, k));
      const figures = results(calculated({ ...set, scores })).flatMap(everyFigure);
      expect(new Set(figures.map((one) => one?.exact))).toEqual(new Set([`${k}`]));
    }),
    { numRuns: 30 },
  );
});

it('does not depend on the order of the scores', () => {
  fc.assert(
    fc.property(
      withNotApplicable.chain((set) =>
        fc
          .shuffledSubarray(set.scores, { minLength: set.scores.length })
          .map((shuffled) => [set, { ...set, scores: shuffled }] as const),
      ),
      ([set, shuffled]) => {
        expect(calculated(shuffled)).toEqual(calculated(set));
      },
    ),
    { numRuns: 40 },
  );
});

it('keeps every figure between the lowest and the highest score', () => {
  fc.assert(
    fc.property(withNotApplicable, (set) => {
      const figures = results(calculated(set))
        .flatMap(everyFigure)
        .filter((one) => one !== null);
      expect(figures.filter(({ value }) => value < 1 || value > 5)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

it('lists exactly the figures that differ, each with a reason, and only in categories where the workbook departs', () => {
  const departing = new Set(['PR.AA', 'PR.IR', 'RC.CO']);
  fc.assert(
    fc.property(plain, (set) => {
      const { workbook, published, differences } = calculated(set);
      const differing = (workbook?.categories ?? []).filter(
        ({ maturity }, index) => maturity?.exact !== published.categories[index]?.maturity?.exact,
      );
      const listed = differences.filter(({ kind, figure }) => kind === 'CATEGORY' && figure === 'maturity');
      expect(listed.map(({ subject }) => subject)).toEqual(differing.map(({ id }) => id));
      expect(differing.filter(({ id }) => !departing.has(id))).toEqual([]);
      expect(differences.filter(({ why }) => why === '')).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

it('differs nowhere when the categories where the workbook departs score alike', () => {
  fc.assert(
    fc.property(plain, score, (set, k) => {
      const scores = set.scores.map((one) =>
        /^(PR\.AA|PR\.IR|RC\.CO)/.test(one.controlId) ? scored(one.controlId, k, k) : one,
      );
      expect(calculated({ ...set, scores }).differences).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

it('meets the level exactly when there is no failure, and then passes on the numbers', () => {
  fc.assert(
    fc.property(withNotApplicable, (set) => {
      for (const { failures, meetsThreshold, passesOnNumbers } of results(calculated(set))) {
        expect(meetsThreshold).toBe(failures.length === 0);
        expect(passesOnNumbers || !meetsThreshold).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});
