import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { Given, statementsOf, startCommunity } from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
const ask = (query: string, variables?: Record<string, unknown>) => on.as(anonymous).run(query, variables);

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
});

describe('an organisation', () => {
  const BY_KEY = `query ($id: ID, $number: KboNumber) {
    organisation(id: $id, enterpriseNumber: $number) { id legalName enterpriseNumber } }`;

  it('is found by its id', async () => {
    const { id } = await given.organisation({ legal_name: 'Politiezone Polder', kind: 'POLICE_ZONE' });
    const { data } = await ask(BY_KEY, { id });
    expect(data.organisation).toEqual({ id, legalName: 'Politiezone Polder', enterpriseNumber: null });
  });

  it.each(['0207.500.123', 'BE 0207.500.123', '0207500123', '207500123'])(
    'is found by its enterprise number, written as %s',
    async (number) => {
      await on.sql(`delete from organisation where enterprise_number = '0207500123'`);
      const { id } = await given.organisation({ enterprise_number: '0207500123' });
      const { data } = await ask(BY_KEY, { number });
      expect(data.organisation).toMatchObject({ id, enterpriseNumber: '0207500123' });
    },
  );

  it('must fit all keys that are given', async () => {
    const enterpriseNumber = given.enterpriseNumber();
    const { id } = await given.organisation({ enterprise_number: enterpriseNumber });
    const other = await given.organisation();
    const both = await ask(BY_KEY, { id, number: enterpriseNumber });
    const mixed = await ask(BY_KEY, { id: other.id, number: enterpriseNumber });
    expect([both.data.organisation?.id, mixed.data.organisation]).toEqual([id, null]);
  });

  it.each([{ id: newId('organisation') }, { id: 'nonsense' }, { number: '0566.988.259' }])(
    'that is not there is null: %j',
    async (key) => {
      expect((await ask(BY_KEY, key)).data).toEqual({ organisation: null });
    },
  );

  it('is not asked for without a key', async () => {
    expect(await ask('{ organisation { id } }')).toHaveError('BAD_USER_INPUT');
  });

  it.each(['0207.500.124', '12', ''])('is not asked for by %j, which is no enterprise number', async (number) => {
    expect(await ask(BY_KEY, { number })).toHaveError('BAD_USER_INPUT');
  });

  it('has an address as far as one is known, whatever the fields are called', async () => {
    const full = { street: 'Markt 1', postal_code: '9000', locality: 'Gent' };
    const some = await given.organisation({ locality: 'Gent' });
    const all = await given.organisation(full);
    const none = await given.organisation();
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Organisation {
      address { straat: street postalCode locality __typename } } } }`;
    const { data } = await ask(query, { ids: [all.id, some.id, none.id] });
    expect(data.nodes).toEqual([
      { address: { straat: 'Markt 1', postalCode: '9000', locality: 'Gent', __typename: 'Address' } },
      { address: { straat: null, postalCode: null, locality: 'Gent', __typename: 'Address' } },
      { address: null },
    ]);
  });

  it('knows what it is part of, and what is part of it', async () => {
    const parent = await given.organisation({ legal_name: 'Stad' });
    const child = await given.organisation({ legal_name: 'Stadsbedrijf', parent_id: parent.id });
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Organisation {
      parent { legalName } children { nodes { legalName } } } } }`;
    const { data } = await ask(query, { ids: [parent.id, child.id] });
    expect(data.nodes).toEqual([
      { parent: null, children: { nodes: [{ legalName: 'Stadsbedrijf' }] } },
      { parent: { legalName: 'Stad' }, children: { nodes: [] } },
    ]);
  });

  it('belongs to the circle of today, also when it moves to another one', async () => {
    const authority = await given.authority();
    const [first, second] = [await given.circle({ name: 'Westhoek' }), await given.circle({ name: 'Meetjesland' })];
    await given.membership(first, authority, { from: '2024-01-01', to: '2027-03-01' });
    await given.membership(second, authority, { from: '2027-03-01' });
    const query = `query ($id: ID!) { organisation(id: $id) { knowledgeCircle { name } } }`;
    const circleOn = async (time: string): Promise<string | undefined> => {
      on.clock.set(time);
      return (await ask(query, { id: authority.id })).data.organisation.knowledgeCircle?.name;
    };
    // midnight in Flanders is 23:00 in UTC
    const days = ['2023-12-31T22:59:00Z', '2023-12-31T23:00:00Z', '2027-02-28T22:59:00Z', '2027-02-28T23:00:00Z'];
    const names = [];
    for (const day of days) names.push(await circleOn(day));
    on.clock.set('2026-11-02T09:00:00Z');
    expect(names).toEqual([undefined, 'Westhoek', 'Westhoek', 'Meetjesland']);
  });

  it('that merged leads to the one that keeps its records, which knows all of them, also indirect ones', async () => {
    const oldest = newId('organisation');
    const middle = newId('organisation');
    const last = await given.authority({ legal_name: 'Gemeente Nu', predecessor_ids: [middle, oldest] });
    const merged = { status: 'MERGED' };
    await given.authority({
      id: middle,
      legal_name: 'Straks',
      merged_into_id: last.id,
      predecessor_ids: [oldest],
      ...merged,
    });
    await given.authority({ id: oldest, legal_name: 'Toen', merged_into_id: middle, ...merged });
    const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Organisation {
      status mergedInto { legalName mergedInto { legalName } } predecessors { nodes { legalName } } predecessorIds } } }`;
    const { data } = await ask(query, { ids: [last.id, oldest] });
    expect(data.nodes).toEqual([
      {
        status: 'ACTIVE',
        mergedInto: null,
        predecessors: { nodes: [{ legalName: 'Straks' }] },
        predecessorIds: [middle, oldest],
      },
      {
        status: 'MERGED',
        mergedInto: { legalName: 'Straks', mergedInto: { legalName: 'Gemeente Nu' } },
        predecessors: { nodes: [] },
        predecessorIds: [],
      },
    ]);
  });

  it('brings its predecessors to other subgraphs, any number of them in one statement', async () => {
    const predecessor = newId('organisation');
    const [one, other] = [await given.organisation({ predecessor_ids: [predecessor] }), await given.organisation()];
    const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Organisation { predecessorIds } } }`;
    const of = [one, other, one, { id: 'nonsense' }].map(({ id }) => ({ __typename: 'Organisation', id }));
    const entities = async () => (await ask(query, { of })).data._entities;
    expect([await entities(), await statementsOf(entities)]).toEqual([
      [{ predecessorIds: [predecessor] }, { predecessorIds: [] }, { predecessorIds: [predecessor] }, null],
      1,
    ]);
  });
});

describe('the list of organisations', () => {
  const LIST = `query ($filter: OrganisationFilter, $search: String) {
    organisations(filter: $filter, search: $search) { nodes { legalName } totalCount facets { kind { value count } } } }`;

  it('is searched and filtered by kind, status and enterprise number', async () => {
    const enterpriseNumber = given.enterpriseNumber();
    await given.organisation({ legal_name: 'Havenbedrijf Noord', kind: 'AGB', enterprise_number: enterpriseNumber });
    await given.organisation({ legal_name: 'Havenbedrijf Zuid', kind: 'AGB', status: 'DISSOLVED' });
    const { data: found } = await ask(LIST, { search: 'havenbedrijf', filter: { status: { eq: 'ACTIVE' } } });
    const { data: numbered } = await ask(LIST, { filter: { enterpriseNumber: { eq: `BE${enterpriseNumber}` } } });
    const expected = {
      nodes: [{ legalName: 'Havenbedrijf Noord' }],
      totalCount: 1,
      facets: { kind: [{ value: 'AGB', count: 1 }] },
    };
    expect([found.organisations, numbered.organisations]).toEqual([expected, expected]);
  });

  it('has no filter for a part of an enterprise number', async () => {
    const query = '{ organisations(filter: { enterpriseNumber: { startsWith: "02" } }) { totalCount } }';
    expect(await ask(query)).toHaveError('GRAPHQL_VALIDATION_FAILED');
  });

  it('costs one statement, with all that hangs below it', async () => {
    const query = `{ organisations(first: 100) { nodes { municipality { name } parent { legalName } address { street }
      knowledgeCircle { name cohort { label } } cohorts { nodes { label size } } employments { totalCount } } } }`;
    expect(await statementsOf(() => ask(query))).toBe(1);
  });
});
