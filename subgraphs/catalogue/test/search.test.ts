import { demoPlan } from '../../../shared/test/demo-plan.js';
import { anonymous } from '@lokaal/shared/auth';
import { startForTest, type TestSubgraph } from '../../../shared/test/subgraph.js';
import { catalogue } from '../src/index.js';
import { Given } from './given.js';

let graph: TestSubgraph;
let given: Given;

beforeAll(async () => {
  graph = await startForTest(catalogue, {});
  await catalogue.seedReference(graph.urls);
  await catalogue.seedDemo(graph.urls, demoPlan);
  given = new Given(graph);
});

interface Found {
  readonly total: number;
  readonly names: readonly string[];
  readonly ids: readonly string[];
}

async function found(search: string, list = 'solutions'): Promise<Found> {
  const query = `query ($search: String) { list: ${list}(search: $search, first: 100) { totalCount nodes { id name } } }`;
  const { data, errors } = await graph.as(anonymous).run(query, { search });
  expect(errors).toBeUndefined();
  const nodes = data.list.nodes as { id: string; name: string }[];
  return { total: data.list.totalCount, names: nodes.map(({ name }) => name), ids: nodes.map(({ id }) => id) };
}

const those = async (condition: string): Promise<string[]> =>
  (
    await graph.sql<{ id: string }>(
      `select s.id from solution s join vendor v on v.id = s.vendor_id where s.status in ('PUBLISHED', 'WITHDRAWN') and ${condition}`,
    )
  ).map(({ id }) => id);

const expectAll = (ids: readonly string[], expected: readonly string[]): void => {
  expect(expected.length).toBeGreaterThan(0);
  expect(ids).toEqual(expect.arrayContaining(expected.slice(0, 1)));
  expect(expected.filter((id) => !ids.includes(id))).toEqual([]);
};

describe('search among the solutions of the demonstration', () => {
  it.each([
    ['financiën', `s.functions && array['boekhouding', 'facturatie', 'belastingen']`],
    ['parkeren', `'parkeren' = any (s.functions)`],
    ['burgerzaken', `'burgerzaken' = any (s.functions)`],
  ])('finds what does "%s" by its function', async (search, condition) => {
    const { ids, total } = await found(search);
    const expected = await those(condition);
    expect(total).toBeGreaterThanOrEqual(expected.length);
    if (total <= 100) expectAll(ids, expected);
  });

  it('takes a word with and without its accent as the same', async () => {
    expect(await found('financien')).toEqual(await found('financiën'));
  });

  it('finds what is called otherwise in another authority', async () => {
    const [{ ids }, { ids: others }] = [await found('bevolking'), await found('burgerzaken')];
    expect(ids.toSorted()).toEqual(others.toSorted());
    expect((await found('bevolking')).names[0]).toContain('Bevolking');
  });

  it('does not find whatever an ICT company sells by what it is called', async () => {
    const { total } = await found('ict');
    expect(total).toBeLessThan((await found('informatica')).total);
  });

  it('finds compounds by the verb in them', async () => {
    expectAll((await found('parkeren')).ids, await those(`s.name ilike '%parkeer%'`));
  });

  it('finds what a vendor offers by the vendor’s name, and all of it', async () => {
    const [vendor] = await graph.sql<{ id: string; name: string }>(
      `select v.id, v.name from vendor v join solution s on s.vendor_id = v.id group by v.id order by count(*) desc limit 1`,
    );
    expectAll((await found(vendor!.name)).ids, await those(`s.vendor_id = '${vendor!.id}'`));
  });

  it('puts the one that is called so first', async () => {
    const [solution] = await graph.sql<{ name: string }>(
      `select name from solution where status = 'PUBLISHED' limit 1`,
    );
    expect((await found(solution!.name.toLowerCase())).names[0]).toBe(solution!.name);
  });

  it('forgives a typing error in a name', async () => {
    const id = await given.solution({ name: 'Kwartelzicht Begraafplaatsenloket' });
    expect((await found('kwartelzigt')).ids).toEqual([id]);
  });
});

describe('the vendor’s name in what is searched', () => {
  it('follows the vendor that is renamed, and the solution that changes hands', async () => {
    const [one, other] = [await given.vendor({ name: 'Quaestor Nova' }), await given.vendor({ name: 'Zephyrus Labs' })];
    const id = await given.solution({ vendor_id: one });
    expect((await found('quaestor')).ids).toEqual([id]);
    await graph.sql(`update vendor set name = 'Xylofoon Software' where id = $1`, [one]);
    expect((await found('xylofoon')).ids).toEqual([id]);
    expect((await found('quaestor')).ids).toEqual([]);
    await graph.sql('update solution set vendor_id = $2 where id = $1', [id, other]);
    expect((await found('zephyrus')).ids).toEqual([id]);
    expect((await found('xylofoon')).ids).toEqual([]);
  });

  it('does not count as a change of the solution', async () => {
    const vendor = await given.vendor();
    const id = await given.solution({ vendor_id: vendor });
    const state = () => graph.sql('select version, updated_at from solution where id = $1', [id]);
    const before = await state();
    await graph.sql(`update vendor set name = 'Anders' where id = $1`, [vendor]);
    expect(await state()).toEqual(before);
  });
});

it('finds vendors by what they are strong in, and standards by their type', async () => {
  expect((await found('financien', 'vendors')).total).toBeGreaterThan(10);
  expect((await found('applicatieprofiel adres', 'standards')).total).toBeGreaterThan(0);
});
