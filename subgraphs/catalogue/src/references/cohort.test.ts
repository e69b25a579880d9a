import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { PreparedStatements } from '@lokaal/shared/read';
import fc from 'fast-check';
import '../../../../shared/test/matchers.js';
import { startForTest, type TestSubgraph } from '../../../../shared/test/subgraph.js';
import { employee, Given, someone, staff, vendorEditor } from '../../test/given.js';
import { catalogue } from '../index.js';

let graph: TestSubgraph;
let given: Given;

beforeAll(async () => {
  graph = await startForTest(catalogue, {});
  given = new Given(graph);
});

const SOLUTIONS = `query ($of: [_Any!]!, $first: Int) { _entities(representations: $of) { ... on Cohort {
  commonSolutions(first: $first) {
    ... on CommonSolutions { n solutions { solution { id } authorities share } }
    ... on AggregateSuppressed { reason } } } } }`;
const STANDARDS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Cohort {
  standardsAdoption {
    ... on StandardsAdoption { n standards { standard { name } authorities share } }
    ... on AggregateSuppressed { reason } } } } }`;

const authorities = (count: number): string[] => Array.from({ length: count }, () => newId('organisation'));
const manager = (): Viewer => employee(newId('organisation'), 'MUNICIPALITY', ['ICT_MANAGER']);

const cohort = (authorityIds: readonly string[], more: object = {}) => ({
  __typename: 'Cohort',
  id: newId('cohort'),
  authorityIds,
  overlapping: [] as readonly string[],
  comparable: true,
  ...more,
});

/** Groups as the community knows them: each with the others. */
const beside = (...groups: readonly (readonly string[])[]) =>
  groups.map((ids) =>
    cohort(ids, { overlapping: groups.filter((other) => other !== ids).map((other) => other.join(' ')) }),
  );

const use = (ids: readonly string[], solution: string, more: object = {}) =>
  Promise.all(ids.map((id) => given.portfolioItem({ authority_id: id, solution_id: solution, ...more })));

const ask = async (
  query: string,
  of: readonly object[],
  { viewer = manager(), ...variables }: { viewer?: Viewer; first?: number } = {},
) => {
  const { data, errors } = await graph.as(viewer).run(query, { of, ...variables });
  expect(errors).toBeUndefined();
  return data._entities;
};
const solutionsOf = async (of: readonly object[], more = {}) =>
  (await ask(SOLUTIONS, of, more)).map(({ commonSolutions }: { commonSolutions: unknown }) => commonSolutions);
const standardsOf = async (of: readonly object[], more = {}) =>
  (await ask(STANDARDS, of, more)).map(({ standardsAdoption }: { standardsAdoption: unknown }) => standardsAdoption);

const tooFew = { reason: 'TOO_FEW' };
const figure = (id: string, count: number, share: number) => ({ solution: { id }, authorities: count, share });

describe('common solutions of a cohort', () => {
  it('are those that at least five of its authorities use, the most used first, with their share, in steps of five', async () => {
    const group = authorities(13);
    const [most, less, few] = [await given.solution(), await given.solution(), await given.solution()];
    await use(group.slice(0, 12), most);
    await use(group.slice(1, 10), less);
    await use(group.slice(0, 4), few);
    expect(await solutionsOf([cohort(group)])).toEqual([
      { n: 12, solutions: [figure(most, 10, 83.3), figure(less, 5, 41.7)] },
    ]);
    expect(await solutionsOf([cohort(group)], { first: 1 })).toEqual([{ n: 12, solutions: [figure(most, 10, 83.3)] }]);
  });

  it('count authorities and not items, and only what is in use', async () => {
    const group = authorities(6);
    const [solution, other] = [await given.solution(), await given.solution()];
    await use(group, other);
    await use(group.slice(0, 3), solution, { owner_unit: 'Burgerzaken' });
    await use(group.slice(0, 3), solution, { owner_unit: 'Financiën' });
    for (const status of ['PLANNED', 'PHASING_OUT', 'RETIRED']) await use(group.slice(3), solution, { status });
    expect(await solutionsOf([cohort([...group, ...group])])).toEqual([{ n: 6, solutions: [figure(other, 5, 83.3)] }]);
  });

  it('count items whoever may see them, and hold few back though everybody may see these', async () => {
    const group = authorities(6);
    const [hidden, open] = [await given.solution(), await given.solution()];
    await use(group, hidden, { visibility: 'PRIVATE' });
    await use(group.slice(0, 4), open, { visibility: 'PUBLIC' });
    expect(await solutionsOf([cohort(group)])).toEqual([{ n: 6, solutions: [figure(hidden, 5, 83.3)] }]);
  });

  it('tell of no draft', async () => {
    const group = authorities(6);
    await use(group, await given.solution({ status: 'DRAFT' }));
    expect(await solutionsOf([cohort(group)], { viewer: staff() })).toEqual([{ n: 6, solutions: [] }]);
  });

  it('are held back below five authorities, without telling how many there are', async () => {
    const solution = await given.solution();
    for (const count of [0, 1, 4]) {
      const group = authorities(count);
      await use(group, solution);
      expect(await solutionsOf([cohort([...group, ...authorities(3)])])).toEqual([tooFew]);
    }
  });

  it.each([false, null])('are held back when the community says comparable: %p', async (comparable) => {
    const group = authorities(6);
    await use(group, await given.solution());
    const of = [cohort(group, { comparable })];
    expect([await solutionsOf(of), await standardsOf(of)]).toEqual([
      [{ reason: 'NOT_COMPARABLE' }],
      [{ reason: 'NOT_COMPARABLE' }],
    ]);
  });

  it('are for local authorities and staff; vendors and the rest are told why not', async () => {
    const group = authorities(6);
    await use(group, await given.solution());
    const shown = [{ n: 6, solutions: [expect.anything()] }];
    for (const viewer of [staff(), manager(), employee(newId('organisation'), 'OCMW', ['READER'])])
      expect(await solutionsOf([cohort(group)], { viewer })).toEqual(shown);
    for (const viewer of [anonymous, someone()])
      expect(await solutionsOf([cohort(group)], { viewer })).toEqual([{ reason: 'ONLY_FOR_AUTHORITIES' }]);
    for (const viewer of [vendorEditor(newId('organisation')), employee(newId('organisation'), 'COMPANY')])
      expect(await solutionsOf([cohort(group)], { viewer })).toEqual([{ reason: 'NOT_FOR_VENDORS' }]);
  });

  it.each([-1, 101])('are not asked for with first: %d', async (first) => {
    expect(await graph.as(manager()).run(SOLUTIONS, { of: [cohort([])], first })).toHaveError('BAD_USER_INPUT');
  });

  it('lead to the solution as the viewer sees it, under whatever name, in one statement', async () => {
    const group = authorities(6);
    const vendor = await given.vendor({ name: 'Alvolde' });
    const solution = await given.solution({ name: 'Alvolde Archief', vendor_id: vendor });
    await use(group, solution, { visibility: 'PRIVATE', annual_cost_cents: 99 });
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Cohort { ...Some } } }
      fragment Some on Cohort { most: commonSolutions(first: 1) { __typename ...Figures } none: commonSolutions(first: 0) { ...Figures } }
      fragment Figures on CommonSolutions { n them: solutions { which: solution { __typename name vendor { name } portfolio { totalCount } } } }`;
    const run = jest.spyOn(PreparedStatements.prototype, 'run');
    const [answer] = await ask(query, [cohort(group)]);
    expect(run).toHaveBeenCalledTimes(1);
    run.mockRestore();
    const which = {
      __typename: 'Solution',
      name: 'Alvolde Archief',
      vendor: { name: 'Alvolde' },
      portfolio: { totalCount: 0 },
    };
    expect(answer).toEqual({
      most: { __typename: 'CommonSolutions', n: 6, them: [{ which }] },
      none: { n: 6, them: [] },
    });
  });
});

describe('groups beside each other', () => {
  it.each([1, 4])('hold a solution back in the smaller one when %d more of the larger one use it', async (more) => {
    const circle = authorities(6);
    const others = authorities(9);
    const [told, common] = [await given.solution(), await given.solution()];
    await use([...circle, ...others], common);
    await use([...circle, ...others.slice(0, more)], told);
    const [small, large] = await solutionsOf(beside(circle, [...circle, ...others]));
    expect(small).toEqual({ n: 6, solutions: [figure(common, 5, 83.3)] });
    expect(large.solutions.map(({ authorities: count }: { authorities: number }) => count)).toEqual([
      15,
      more === 4 ? 10 : 5,
    ]);
  });

  it('hold the smaller one back altogether when one to four more take part in the larger one', async () => {
    const circle = authorities(6);
    const others = authorities(9);
    await use([...circle, ...others.slice(0, 2)], await given.solution());
    expect(await solutionsOf(beside(circle, [...circle, ...others]))).toMatchObject([tooFew, { n: 8 }]);
  });

  it('never tell of one to four authorities by subtraction, and else what a plain count tells, in steps of five', async () => {
    const everybody = authorities(16);
    const solutions = [await given.solution(), await given.solution(), await given.solution()];
    const users = new Map<string, string[]>();
    for (const [at, solution] of solutions.entries()) {
      users.set(solution, everybody.slice(at, at + 13 - 2 * at));
      await use(users.get(solution)!, solution);
    }
    const ids = fc.shuffledSubarray(everybody, { minLength: 5 });
    await fc.assert(
      fc.asyncProperty(fc.array(ids, { minLength: 1, maxLength: 5 }), async (groups) => {
        const answers = await solutionsOf(beside(...groups));
        for (const solution of solutions) {
          const found = groups.flatMap((group, at) => {
            const own = answers[at].solutions?.find(
              (one: { solution: { id: string } }) => one.solution.id === solution,
            );
            return own
              ? [{ count: own.authorities, ids: users.get(solution)!.filter((id) => group.includes(id)) }]
              : [];
          });
          expect(found.map(({ count }) => count)).toEqual(found.map(({ ids: own }) => own.length - (own.length % 5)));
          const shown = found.map(({ ids: own }) => own);
          const more = shown.flatMap((small) =>
            shown
              .filter((large) => small.every((id) => large.includes(id)))
              .map((large) => large.length - small.length),
          );
          expect(more.filter((number) => number > 0 && number < 5)).toEqual([]);
          expect(shown.filter(({ length }) => length < 5)).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

it('looks through what all authorities use once, however many groups are asked for', async () => {
  const groups = Array.from({ length: 5 }, () => authorities(6));
  const solution = await given.solution();
  for (const group of groups) await use(group, solution);
  const run = jest.spyOn(PreparedStatements.prototype, 'run');
  expect(await solutionsOf(beside(...groups))).toMatchObject(groups.map(() => ({ n: 6 })));
  const [, { text }, values] = run.mock.calls[0]!;
  run.mockRestore();
  const plan = await graph.sql<{ 'QUERY PLAN': string }>(`explain (analyze, costs off, timing off) ${text}`, values);
  const lines = plan.map((row) => row['QUERY PLAN'].trim());
  expect(lines.filter((line) => line.includes(' on shown total '))).toEqual([expect.stringMatching(/loops=5\)$/)]);
  expect(lines[lines.indexOf('CTE used') + 1]).toMatch(/loops=1\)$/);
});

describe('adoption of standards in a cohort', () => {
  const standard = async (name: string): Promise<string> => {
    const id = newId('standard');
    await graph.sql(`insert into standard (id, slug, name, type) values ($1, $1, $2, 'VOCABULARY')`, [id, name]);
    return id;
  };
  const supports = (version: string, standardId: string, level: string) =>
    graph.sql(`insert into standard_support (id, solution_version_id, standard_id, level) values ($1, $2, $3, $4)`, [
      newId('standardsupport'),
      version,
      standardId,
      level,
    ]);

  it('is the share of its authorities that use a version which supports it, or the current one', async () => {
    const [address, person, planned] = [await standard('Adres'), await standard('Persoon'), await standard('Gepland')];
    const solution = await given.solution();
    const old = await given.version({ solution_id: solution });
    const current = await given.version({ solution_id: solution, current: true });
    await supports(old, address, 'FULL');
    await supports(current, address, 'PARTIAL');
    await supports(current, person, 'FULL');
    await supports(current, planned, 'PLANNED');
    const group = authorities(8);
    await use(group.slice(0, 3), solution, { version_id: old });
    await use(group.slice(3, 5), solution, { version_id: current });
    await use(group.slice(5, 7), solution);
    await use(group.slice(7), await given.solution());
    expect(await standardsOf([cohort(group)])).toEqual([
      { n: 8, standards: [{ standard: { name: 'Adres' }, authorities: 5, share: 62.5 }] },
    ]);
    await use(group.slice(0, 1), solution, { owner_unit: 'Burgerzaken' });
    expect((await standardsOf([cohort(group)]))[0].standards).toEqual([
      { standard: { name: 'Adres' }, authorities: 5, share: 62.5 },
      { standard: { name: 'Persoon' }, authorities: 5, share: 62.5 },
    ]);
  });

  it('names no product, so everybody but a vendor is told', async () => {
    const group = authorities(5);
    await use(group, await given.solution());
    for (const viewer of [anonymous, someone(), staff(), manager()])
      expect(await standardsOf([cohort(group)], { viewer })).toEqual([{ n: 5, standards: [] }]);
    expect(await standardsOf([cohort(group)], { viewer: vendorEditor(newId('organisation')) })).toEqual([
      { reason: 'NOT_FOR_VENDORS' },
    ]);
    expect(await standardsOf([cohort(group.slice(1))])).toEqual([tooFew]);
  });
});

it('takes another minimum from the configuration, and never one below three', async () => {
  const lenient = await startForTest(catalogue, { minimumCohort: 1 });
  const arranged = new Given(lenient);
  const [solution, group] = [await arranged.solution(), authorities(3)];
  for (const id of group) await arranged.portfolioItem({ authority_id: id, solution_id: solution });
  const of = (ids: readonly string[]) => lenient.as(staff()).run(SOLUTIONS, { of: [cohort(ids)] });
  expect((await of(group)).data._entities[0].commonSolutions).toMatchObject({ n: 3 });
  expect((await of(group.slice(1))).data._entities[0].commonSolutions).toEqual(tooFew);
});
