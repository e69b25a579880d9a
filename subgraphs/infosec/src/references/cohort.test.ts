import { anonymous, type Viewer } from '@lokaal/shared/auth';
import fc from 'fast-check';
import { Client } from 'pg';
import '../../../../shared/test/matchers.js';
import { startForTest, type TestSubgraph } from '../../../../shared/test/subgraph.js';
import { authority, ciso, Given, reader, someone, staff, vendor } from '../../test/given.js';
import { infosec } from '../index.js';

let graph: TestSubgraph;
let given: Given;
let server: Client;

beforeAll(async () => {
  graph = await startForTest(infosec, {});
  given = await Given.in(graph);
  server = new Client({ connectionString: graph.urls.server });
  // the database is dropped before this connection ends
  server.on('error', () => undefined);
  await server.connect();
});

afterAll(() => server.end());

const MATURITY = `query ($of: [_Any!]!, $edition: String = "2025", $level: AssuranceLevel) {
  _entities(representations: $of) { ... on Cohort {
    maturity(edition: $edition, level: $level) {
      ... on MaturityAggregate { n total { lower median upper } categories { id maturity { median } } }
      ... on AggregateSuppressed { reason } } } } }`;
const OWN = `query ($of: [_Any!]!, $edition: String = "2025") { _entities(representations: $of) {
  ... on Cohort { ownMaturity(edition: $edition) { measuredOn total { exact } categories { id maturity { exact } } } } } }`;

type Scores = readonly [number, number];

/** Authorities with one measurement each. */
const group = (scores: readonly Scores[], more: object = {}): Promise<string[]> =>
  Promise.all(
    scores.map(async (one) => {
      const id = authority();
      await given.measurement({ authority: id, scores: one, ...more });
      return id;
    }),
  );

const cohort = (authorityIds: readonly string[], comparable: boolean | null = true) => ({
  __typename: 'Cohort',
  id: 'cohort_1',
  authorityIds,
  overlapping: [] as readonly string[],
  comparable,
});

/** Groups as the community knows them: each with the others. */
const beside = (...groups: readonly (readonly string[])[]) =>
  groups.map((ids) => ({
    ...cohort(ids),
    overlapping: groups.filter((other) => other !== ids).map((other) => other.join(' ')),
  }));

const maturityOf = async (authorityIds: readonly string[], more: { viewer?: Viewer; [name: string]: unknown } = {}) => {
  const { viewer = ciso(authority()), ...variables } = more;
  const answer = await graph.as(viewer).run(MATURITY, { of: [cohort(authorityIds)], ...variables });
  return answer.data._entities[0].maturity;
};

const five: readonly Scores[] = [
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 5],
];
const tooFew = { reason: 'TOO_FEW' };

describe('maturity of a cohort', () => {
  it('is medians and quartiles from five authorities on', async () => {
    const answer = await maturityOf(await group(five));
    expect(answer).toMatchObject({ n: 5, total: { lower: 2, median: 3, upper: 4 } });
    expect(answer.categories).toHaveLength(17);
    expect(answer.categories[0]).toEqual({ id: 'GV.OC', maturity: { median: 3 } });
  });

  it('has categories in the order of the framework, whatever levels take part', async () => {
    const levels = ['BASIC', 'IMPORTANT', 'ESSENTIAL'];
    const groups = await Promise.all(levels.map((level) => group(five, { level })));
    const { categories } = await maturityOf(groups.flat());
    const listed = await graph.sql(`select category from control c join framework f on f.id = c.framework_id
      where f.edition = '2025' group by category order by min(position)`);
    expect(categories.map(({ id }: { id: string }) => id)).toEqual(listed.map(({ category }) => category));
  });

  it('has categories under whatever name and condition they are asked for', async () => {
    const query = `query ($of: [_Any!]!, $with: Boolean!) { _entities(representations: $of) { ... on Cohort { maturity { __typename ...Per } } } }
      fragment Per on MaturityAggregate { n per: categories @include(if: $with) { id } }`;
    const of = [cohort(await group(five))];
    const ask = async (more: object) =>
      (await graph.as(ciso(authority())).run(query, { of, ...more })).data._entities[0].maturity;
    expect((await ask({ with: true })).per).toHaveLength(17);
    expect(await ask({ with: false })).toEqual({ __typename: 'MaturityAggregate', n: 5 });
  });

  it('is held back below, without telling how many there are', async () => {
    expect(await maturityOf(await group(five.slice(1)))).toEqual(tooFew);
    expect(await maturityOf(await group(five.slice(4)))).toEqual(tooFew);
    expect(await maturityOf([])).toEqual(tooFew);
  });

  it('counts authorities and not measurements', async () => {
    const ids = await group(five.slice(1));
    for (const on of ['2026-01-01', '2026-02-01', '2026-03-01']) await given.measurement({ authority: ids[0]!, on });
    expect(await maturityOf([...ids, ...ids, ids[0]!])).toEqual(tooFew);
  });

  it('takes the latest submitted measurement of each', async () => {
    const ids = await group(five);
    await given.measurement({ authority: ids[0]!, scores: [5, 5], on: '2026-05-02' });
    await given.measurement({ authority: ids[1]!, scores: [5, 5], on: '2026-04-30' });
    await given.measurement({ authority: ids[2]!, scores: [5, 5], on: '2026-10-01', state: 'OPEN' });
    expect((await maturityOf(ids)).total).toEqual({ lower: 3, median: 4, upper: 5 });
  });

  it('takes a submitted correction in place of what it corrects, whatever its day', async () => {
    const ids = await group(five.slice(1));
    const wrong = authority();
    const id = await given.measurement({ authority: wrong, scores: [1, 1] });
    await given.measurement({ authority: wrong, scores: [5, 5], on: '2025-01-01', supersedes: id });
    expect((await maturityOf([...ids, wrong])).total).toEqual({ lower: 3, median: 4, upper: 5 });
  });

  it('keeps editions apart', async () => {
    const ids = await group(five.slice(1));
    const other = authority();
    await given.measurement({ authority: other, edition: '2023' });
    expect(await maturityOf([...ids, other])).toEqual(tooFew);
    expect(await maturityOf(await group(five, { edition: '2023' }), { edition: '2023' })).toMatchObject({ n: 5 });
  });

  it.each([false, null])('is held back when the community says comparable: %p', async (comparable) => {
    const of = [cohort(await group(five), comparable)];
    const { data } = await graph.as(ciso(authority())).run(MATURITY, { of });
    expect(data._entities[0].maturity).toEqual({ reason: 'NOT_COMPARABLE' });
  });

  it('is for one level only where no level that occurs has too few: else the rest could be told', async () => {
    const basic = await group(five);
    const important = await group(five, { level: 'IMPORTANT' });
    const essential = await group(five.slice(3), { level: 'ESSENTIAL' });
    expect(await maturityOf([...basic, ...important], { level: 'BASIC' })).toMatchObject({ n: 5 });
    expect(await maturityOf([...basic, ...important, ...essential], { level: 'BASIC' })).toEqual(tooFew);
    expect(await maturityOf([...basic, ...important, ...essential], { level: 'ESSENTIAL' })).toEqual(tooFew);
    expect(await maturityOf([...basic, ...important, ...essential])).toMatchObject({ n: 12 });
  });

  it('leaves out a category that too few of them have in scope', async () => {
    const answer = await maturityOf([...(await group(five)), ...(await group(five.slice(1), { level: 'ESSENTIAL' }))]);
    expect(answer.categories.map(({ id }: { id: string }) => id)).toHaveLength(17);
  });

  it('gives the total alone to whoever is of no local authority, and nothing to a vendor', async () => {
    const ids = await group(five);
    for (const viewer of [anonymous, someone()])
      expect(await maturityOf(ids, { viewer })).toMatchObject({ n: 5, categories: null });
    for (const viewer of [staff(), reader(authority())])
      expect((await maturityOf(ids, { viewer })).categories).toHaveLength(17);
    expect(await maturityOf(ids, { viewer: vendor() })).toEqual({ reason: 'NOT_FOR_VENDORS' });
  });

  it('answers several groups and names side by side', async () => {
    const ids = await group(five);
    const BOTH = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Cohort {
      recent: maturity { __typename ... on MaturityAggregate { n } }
      older: maturity(edition: "2023") { __typename ... on AggregateSuppressed { reason } } } } }`;
    const { data, errors } = await graph.as(staff()).run(BOTH, { of: [cohort(ids), cohort(ids.slice(1))] });
    expect(errors).toBeUndefined();
    const older = { __typename: 'AggregateSuppressed', reason: 'TOO_FEW' };
    expect(data._entities).toEqual([
      { recent: { __typename: 'MaturityAggregate', n: 5 }, older },
      { recent: { __typename: 'AggregateSuppressed' }, older },
    ]);
  });

  it('has the quartiles that a plain computation has', async () => {
    const score = fc.integer({ min: 1, max: 5 });
    const scores = fc.array(fc.tuple(score, score), { minLength: 5, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(scores, async (pairs) => {
        const { total } = await maturityOf(await group(pairs));
        const sorted = pairs.map(([one, two]) => (one + two) / 2).toSorted((one, two) => one - two);
        expect(total).toEqual({
          lower: quantile(sorted, 0.25),
          median: quantile(sorted, 0.5),
          upper: quantile(sorted, 0.75),
        });
      }),
      { numRuns: 15 },
    );
  });
});

/** By linear interpolation, rounded half up to one decimal; eighths are exact in doubles. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const value = below + (place - Math.floor(place)) * (sorted[Math.ceil(place)]! - below);
  return Math.floor(value * 10 + 0.5) / 10;
}

describe('groups beside each other', () => {
  const unmeasured = (count: number) => Array.from({ length: count }, () => authority());
  const ask = async (groups: readonly (readonly string[])[], more: Record<string, unknown> = {}) => {
    const { data } = await graph.as(staff()).run(MATURITY, { of: beside(...groups), ...more });
    return data._entities.map(({ maturity }: { maturity: unknown }) => maturity);
  };

  it.each([1, 4])('hold back the smaller one when only %d more take part in the larger one', async (more) => {
    const circle = await group([...five, [3, 3]]);
    const others = [...(await group(five.slice(0, more))), ...unmeasured(6 - more)];
    expect(await ask([circle, [...circle, ...others]])).toMatchObject([tooFew, { n: 6 + more }]);
  });

  it('are both shown when five more take part, or none', async () => {
    const circle = await group(five);
    const region = [...circle, ...(await group(five))];
    expect(await ask([circle, region, [...region, ...unmeasured(3)]])).toMatchObject([{ n: 5 }, { n: 10 }, { n: 10 }]);
  });

  it('are compared by who takes part, though others belong to the smaller one only', async () => {
    const circle = await group(five);
    const region = [...circle, ...(await group([[1, 1]]))];
    expect(await ask([[...circle, ...unmeasured(2)], region])).toMatchObject([tooFew, { n: 6 }]);
  });

  it('are compared for a level too, also where the smaller one has no other level', async () => {
    const circle = await group(five);
    const basic = await group(five.slice(0, 2));
    const region = [...circle, ...basic, ...(await group(five, { level: 'IMPORTANT' }))];
    expect(await ask([circle, region], { level: 'BASIC' })).toMatchObject([tooFew, { n: 7 }]);
    expect(await ask([circle, region])).toMatchObject([tooFew, { n: 12 }]);
  });

  it('leave a category out that only a few more of the larger one have in scope', async () => {
    const circle = [...(await group(five)), ...(await group(five, { level: 'ESSENTIAL' }))];
    const region = [...circle, ...(await group(five)), ...(await group([[2, 2]], { level: 'ESSENTIAL' }))];
    const [small, large] = await ask([circle, region]);
    expect([small.n, large.n]).toEqual([10, 16]);
    expect(small.categories).toHaveLength(17);
    expect(large.categories.length).toBeGreaterThan(17);
  });

  it('never tell of one to four authorities by subtraction', async () => {
    const measured = {
      BASIC: await group(Array.from({ length: 12 }, () => [3, 3] as const)),
      IMPORTANT: await group(
        Array.from({ length: 8 }, () => [2, 2] as const),
        { level: 'IMPORTANT' },
      ),
    };
    const levels = [null, 'BASIC', 'IMPORTANT'] as const;
    const everybody = [...measured.BASIC, ...measured.IMPORTANT, ...unmeasured(6)];
    const takePart = (ids: readonly string[], level: (typeof levels)[number]) =>
      ids.filter((id) => (level ? measured[level] : [...measured.BASIC, ...measured.IMPORTANT]).includes(id));
    const order = fc.shuffledSubarray(everybody, { minLength: everybody.length });
    const bounds = fc.array(fc.tuple(fc.nat(8), fc.integer({ min: 5, max: everybody.length })), {
      minLength: 2,
      maxLength: 7,
    });
    await fc.assert(
      fc.asyncProperty(order, bounds, async (ids, cuts) => {
        const groups = cuts.map(([from, to]) => ids.slice(from, to));
        const shown: string[][] = [];
        for (const level of levels) {
          const answers = await ask(groups, { level });
          shown.push(...groups.flatMap((one, at) => ('n' in answers[at] ? [takePart(one, level)] : [])));
        }
        const more = shown.flatMap((small) =>
          shown.filter((large) => small.every((id) => large.includes(id))).map((large) => large.length - small.length),
        );
        expect(more.filter((number) => number > 0 && number < 5)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

describe('own maturity beside that of the cohort', () => {
  const ownOf = async (ids: readonly string[], viewer: Viewer) =>
    (await graph.as(viewer).run(OWN, { of: [cohort(ids)] })).data._entities[0].ownMaturity;

  it('is shown from six authorities on, and the read is on record', async () => {
    const own = authority();
    const id = await given.measurement({ authority: own, scores: [2, 3] });
    const others = await group(five);
    expect(await ownOf([...others.slice(1), own], reader(own))).toBeNull();
    expect(await ownOf([...others, own], reader(own))).toMatchObject({
      measuredOn: '2026-05-01',
      total: { exact: '5/2' },
    });
    const records = await graph.sql(
      `select object_ids, authority_ids from audit_record where object_ids = array[$1] and action = 'READ'`,
      [id],
    );
    expect(records).toEqual([{ object_ids: [id], authority_ids: [own] }]);
  });

  it('is nobody else’s, whatever the representation says', async () => {
    const ids = await group([...five, [1, 2]]);
    for (const viewer of [ciso(authority()), staff(), vendor(), anonymous]) expect(await ownOf(ids, viewer)).toBeNull();
  });

  it('is held back with the group', async () => {
    const own = authority();
    await given.measurement({ authority: own });
    const of = [cohort([...(await group(five)), own], false)];
    expect((await graph.as(reader(own)).run(OWN, { of })).data._entities[0].ownMaturity).toBeNull();
  });
});

describe('the function that reads for the group', () => {
  const call = async (client: Client, ids: readonly string[], minimum: number) => {
    const text = `select cohort_maturity($1, '{}', true, 'CYFUN', '2025', null, $2, true) as answer`;
    return (await client.query<{ answer: object }>(text, [ids, minimum])).rows[0]!.answer;
  };
  const held = { __typename: 'AggregateSuppressed', reason: 'TOO_FEW' };

  it('never answers for fewer than three, though the serving role asks for less', async () => {
    const ids = await group(five.slice(0, 3));
    for (const minimum of [-1, 0, 1, 3]) {
      expect(await call(server, ids.slice(0, 2), minimum)).toEqual(held);
      expect(await call(server, [ids[0]!, ids[0]!, ids[0]!], minimum)).toEqual(held);
    }
    expect(await call(server, ids, 1)).toMatchObject({ n: 3 });
  });

  it('is not led astray by tables of the caller', async () => {
    const ids = await group(five.slice(1));
    const [{ name }] = (await graph.sql('select current_database() as name')) as [{ name: string }];
    await graph.sql(`grant temporary on database ${name} to infosec_server`);
    await server.query('begin');
    try {
      await server.query('create temporary table maturity_measurement (like public.maturity_measurement)');
      expect(await call(server, ids, 5)).toEqual(held);
    } finally {
      await server.query('rollback');
    }
  });

  it('belongs to the owner, and nobody but the serving role may call it', async () => {
    const [row] = await graph.sql(
      `select prosecdef, proconfig, pg_get_userbyid(proowner) as owner,
        array(select grantee::regrole::text from aclexplode(proacl) where privilege_type = 'EXECUTE' order by 1) as callers
        from pg_proc where proname = 'cohort_maturity'`,
    );
    expect(row).toEqual({
      prosecdef: true,
      proconfig: ['search_path=pg_catalog, pg_temp'],
      owner: 'infosec_owner',
      callers: ['infosec_owner', 'infosec_server'],
    });
  });
});

it('takes another minimum from the configuration, and never one below three', async () => {
  const lenient = await startForTest(infosec, { minimumCohort: 1 });
  const arranged = await Given.in(lenient);
  const ids = [authority(), authority(), authority()];
  for (const id of ids) await arranged.measurement({ authority: id });
  const ask = async (some: readonly string[]) =>
    (await lenient.as(staff()).run(MATURITY, { of: [cohort(some)] })).data._entities[0].maturity;
  expect(await ask(ids)).toMatchObject({ n: 3 });
  expect(await ask(ids.slice(1))).toEqual(tooFew);
});
