import { demoAccounts } from '@lokaal/shared/demo';
import { Client } from 'pg';
import { type Transport, transports } from './graph.js';
import { startWholeGraph, type WholeGraph } from './whole-graph.js';

let graph: WholeGraph;
const staff = demoAccounts[2]!.email;

beforeAll(async () => {
  graph = await startWholeGraph();
});

interface Item {
  readonly id: string;
  readonly referent: { readonly id: string } | null;
}

const ERASE = `mutation ($id: ID!) { erasePerson(input: { personId: $id, ground: PERSON_ASKED }) { userErrors { message } } }`;

/** Who works somewhere is erased by staff once the employments ended. */
async function endEmployments(transport: Transport, id: string, headers: Record<string, string>): Promise<void> {
  const list = 'query ($id: ID!) { node(id: $id) { ... on Person { employments { nodes { id version } } } } }';
  const { body } = await graph.ask(transport, list, { variables: { id }, headers });
  const { employments } = body.data!['node'] as { employments: { nodes: { id: string; version: number }[] } };
  const end = `mutation ($id: ID!, $version: Int!) {
    endEmployment(input: { id: $id, expectedVersion: $version }) { employment { id } } }`;
  for (const one of employments.nodes) await graph.ask(transport, end, { variables: { ...one }, headers });
}

/** What the catalogue remembers, which holds no person. */
async function rememberedReferents({ id }: Item): Promise<unknown[]> {
  const client = new Client({ connectionString: graph.urls.catalogue.owner });
  await client.connect();
  try {
    return (await client.query('select referent_id as id from portfolio_item where id = $1', [id])).rows;
  } finally {
    await client.end();
  }
}

describe.each(transports)('a person who was erased, %s', (transport) => {
  it('is nobody’s referent any more, while the item stays', async () => {
    const headers = await graph.signIn(staff);
    const items = async (): Promise<Item[]> => {
      const query = '{ portfolioItems(first: 100) { nodes { id referent { id } } } }';
      const { body } = await graph.ask(transport, query, { headers });
      expect(body.errors).toBeUndefined();
      return (body.data!['portfolioItems'] as { nodes: Item[] }).nodes;
    };
    const before = await items();
    const item = before.find(({ referent }) => referent !== null)!;
    const { id } = item.referent!;
    await endEmployments(transport, id, headers);
    const erased = await graph.ask(transport, ERASE, { variables: { id }, headers });
    expect(erased.body).toMatchObject({ data: { erasePerson: { userErrors: [] } } });
    const without = before.map((one) => (one.referent?.id === id ? { ...one, referent: null } : one));
    expect(await items()).toEqual(without);
    expect(await rememberedReferents(item)).toEqual([{ id }]);
  });
});
