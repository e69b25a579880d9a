import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous } from '@lokaal/shared/auth';
import { Given, statementsOf, startCommunity } from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
const ask = (query: string, variables?: Record<string, unknown>) => on.as(anonymous).run(query, variables);

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  const successor = await given.municipality({
    nis: '44087',
    name: 'Lochristi',
    province: 'OOST_VLAANDEREN',
    postal_codes: ['9080', '9185'],
    population: 33_000,
    population_date: '2025-01-01',
    reference_region: 'Gent',
    valid_from: '2025-01-01',
  });
  const gone = { valid_to: '2025-01-01', successor_id: successor.id, province: 'OOST_VLAANDEREN' };
  await given.municipality({ nis: '44034', name: 'Beervelde', ...gone });
  await given.municipality({ nis: '44073', name: 'Wachtebeke', ...gone });
  await given.municipality({ nis: '11002', name: 'Antwerpen' });
  await given.organisation({ kind: 'MUNICIPALITY', legal_name: 'Gemeente Lochristi', municipality_id: successor.id });
  await given.organisation({ kind: 'OCMW', legal_name: 'OCMW Lochristi', municipality_id: successor.id });
});

describe('a municipality', () => {
  const BY_NIS = `query ($nis: NisCode!) { municipality(nis: $nis) {
    __typename nis name province postalCodes population populationDate referenceRegion validFrom validTo version
    successor { nis name } predecessors { nodes { nis } totalCount } organisations { nodes { kind legalName } } } }`;

  it('is found by its NIS code, with the organisations on its territory', async () => {
    const { data } = await ask(BY_NIS, { nis: '44087' });
    expect(data.municipality).toEqual({
      __typename: 'Municipality',
      nis: '44087',
      name: 'Lochristi',
      province: 'OOST_VLAANDEREN',
      postalCodes: ['9080', '9185'],
      population: 33_000,
      populationDate: '2025-01-01',
      referenceRegion: 'Gent',
      validFrom: '2025-01-01',
      validTo: null,
      version: 1,
      successor: null,
      predecessors: { nodes: [{ nis: '44034' }, { nis: '44073' }], totalCount: 2 },
      organisations: {
        nodes: [
          { kind: 'MUNICIPALITY', legalName: 'Gemeente Lochristi' },
          { kind: 'OCMW', legalName: 'OCMW Lochristi' },
        ],
      },
    });
  });

  it('of before a merger is found by its old NIS code, and leads to its successor', async () => {
    const { data } = await ask(BY_NIS, { nis: '44034' });
    expect(data.municipality).toMatchObject({
      name: 'Beervelde',
      validTo: '2025-01-01',
      successor: { nis: '44087', name: 'Lochristi' },
      organisations: { nodes: [] },
    });
  });

  it('that does not exist is null', async () => {
    expect((await ask(BY_NIS, { nis: '44999' })).data).toEqual({ municipality: null });
  });

  it.each(['4408', '52011', '44087x', ''])('is not asked for by %j, which is no NIS code', async (nis) => {
    expect(await ask(BY_NIS, { nis })).toHaveError('BAD_USER_INPUT');
  });

  it('is not asked for by a wrong code in the query itself', async () => {
    expect(await ask('{ municipality(nis: "1") { name } }')).toHaveError('BAD_USER_INPUT');
  });

  it('costs one statement, with everything below it', async () => {
    expect(await statementsOf(() => ask(BY_NIS, { nis: '44087' }))).toBe(1);
  });
});

describe('the list of municipalities', () => {
  const LIST = `query ($filter: MunicipalityFilter, $search: String, $orderBy: [MunicipalityOrder!]) {
    municipalities(filter: $filter, search: $search, orderBy: $orderBy) {
      nodes { name } totalCount facets { province { value count } } } }`;
  const names = async (variables: Record<string, unknown>): Promise<string[]> => {
    const { data } = await ask(LIST, variables);
    return data.municipalities.nodes.map(({ name }: { name: string }) => name);
  };

  it('holds those of today and of before, by name', async () => {
    const { data } = await ask(LIST);
    expect(data.municipalities).toEqual({
      nodes: [{ name: 'Antwerpen' }, { name: 'Beervelde' }, { name: 'Lochristi' }, { name: 'Wachtebeke' }],
      totalCount: 4,
      facets: {
        province: [
          { value: 'OOST_VLAANDEREN', count: 3 },
          { value: 'ANTWERPEN', count: 1 },
        ],
      },
    });
  });

  it.each([
    ['those of today', { validTo: { isNull: true } }, ['Antwerpen', 'Lochristi']],
    ['a postal code', { postalCodes: { has: '9185' } }, ['Lochristi']],
    ['a reference region', { referenceRegion: { eq: 'Gent' } }, ['Lochristi']],
    ['inhabitants', { population: { gte: 30_000 } }, ['Lochristi']],
    ['NIS codes', { nis: { in: ['44073', '11002'] } }, ['Antwerpen', 'Wachtebeke']],
    ['a province', { province: { eq: 'ANTWERPEN' } }, ['Antwerpen']],
  ])('is filtered by %s', async (_what, filter, expected) => {
    expect(await names({ filter })).toEqual(expected);
  });

  it('is searched by words, and forgives a typing error', async () => {
    expect([await names({ search: 'lochristi' }), await names({ search: 'wachtbeke' })]).toEqual([
      ['Lochristi'],
      ['Wachtebeke'],
    ]);
  });

  it('is ordered by NIS code when that is asked', async () => {
    expect((await names({ orderBy: [{ field: 'NIS', direction: 'DESC' }] }))[0]).toBe('Lochristi');
  });

  it('costs one statement', async () => {
    expect(await statementsOf(() => ask(LIST, { search: 'lochristi' }))).toBe(1);
  });
});
