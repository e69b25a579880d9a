import { withConnection } from '@lokaal/shared/database';
import { demoAccounts } from '@lokaal/shared/demo';
import { prefixOf } from '@lokaal/shared/ids';
import { transports, type Answer } from './graph.js';
import { filledMutations, type FilledMutation } from './mutation-inputs.js';
import { startWholeGraph, type WholeGraph } from './whole-graph.js';

const [, vendor] = demoAccounts as [(typeof demoAccounts)[0], (typeof demoAccounts)[0]];

let graph: WholeGraph;

beforeAll(async () => {
  graph = await startWholeGraph();
});

const CREATE_KEY = `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { apiKey { id version } secret userErrors { code message } } }`;
const REVOKE_KEY = `mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { apiKey { status } userErrors { code } } }`;

interface Made {
  readonly apiKey: { readonly id: string; readonly version: number };
  readonly headers: Record<string, string>;
}

const payloadOf = <Payload>({ body }: Answer, mutation: string): Payload => body.data![mutation] as Payload;

async function makeKey(email: string, input: object): Promise<Made> {
  const asked = { headers: await graph.signIn(email), variables: { input: { name: 'Systeem', ...input } } };
  const made = payloadOf<{ apiKey: Made['apiKey']; secret: string }>(
    await graph.ask('in process', CREATE_KEY, asked),
    'createApiKey',
  );
  return { apiKey: made.apiKey, headers: { authorization: `Bearer ${made.secret}` } };
}

const vendorKey = () => makeKey(vendor.email, { organisationId: vendor.organisationId, scopes: ['CATALOGUE_WRITE'] });

/** All rows of all tables, as one hash each; but not when a key was last used, which is written down once a minute. */
async function everything(): Promise<Record<string, string>> {
  const tables = `select oid::regclass::text as name from pg_class
    where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace order by 1`;
  const found: Record<string, string> = {};
  for (const [database, { owner }] of Object.entries(graph.urls)) {
    await withConnection(owner, async (client) => {
      for (const { name } of (await client.query(tables)).rows as { name: string }[]) {
        const hash = `select count(*) || ':' || coalesce(sum(hashtextextended((to_jsonb(t) - 'last_used_at')::text, 0)), 0) as rows from ${name} t`;
        found[`${database}.${name}`] = (await client.query(hash)).rows[0].rows;
      }
    });
  }
  return found;
}

/** One id of each type that the databases hold. */
async function knownIds(): Promise<Map<string, string>> {
  const tables = `select attrelid::regclass::text as name from pg_attribute join pg_class on pg_class.oid = attrelid
    where attname = 'id' and atttypid = 'text'::regtype and relkind = 'r' and relnamespace = 'public'::regnamespace`;
  const found = new Map<string, string>();
  for (const { owner } of Object.values(graph.urls)) {
    await withConnection(owner, async (client) => {
      for (const { name } of (await client.query(tables)).rows as { name: string }[]) {
        const id = (await client.query(`select id from ${name} order by id desc limit 1`)).rows[0]?.id as string;
        const prefix = id && prefixOf(id);
        if (prefix) found.set(prefix, id);
      }
    });
  }
  return found;
}

describe.each(transports)('a vendor’s system, asking %s', (transport) => {
  const mutation = (name: string, selection = 'solution { id version status name }'): string => {
    const input = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    return `mutation ($input: ${input}!) { ${name}(input: $input) { ${selection} userErrors { code message } } }`;
  };

  it('keeps its entries in the catalogue, from draft to submission', async () => {
    const { headers } = await vendorKey();
    const ask = async (name: string, input: object) =>
      payloadOf<{ solution: Record<string, unknown>; userErrors: unknown[] }>(
        await graph.ask(transport, mutation(name), { headers, variables: { input } }),
        name,
      );
    const VENDOR = `query ($id: ID!) { vendors(filter: { organisationId: { eq: $id } }) { nodes { id } } }`;
    const found = await graph.ask(transport, VENDOR, { headers, variables: { id: vendor.organisationId } });
    const [{ id: vendorId }] = (found.body.data!['vendors'] as { nodes: [{ id: string }] }).nodes;
    const made = await ask('createSolution', {
      vendorId,
      name: `Begraafplaatsen ${transport}`,
      shortDescription: 'Beheer van begraafplaatsen, concessies en graven.',
      kind: 'APPLICATION',
      license: 'PROPRIETARY',
      deploymentTypes: ['SAAS'],
      functions: ['begraafplaatsen'],
    });
    expect(made).toMatchObject({ solution: { status: 'DRAFT' }, userErrors: [] });
    const { id } = made.solution;
    const changed = await ask('updateSolution', { id, expectedVersion: 1, name: `Graven ${transport}` });
    expect(changed).toMatchObject({ solution: { name: `Graven ${transport}`, version: 2 }, userErrors: [] });
    const submitted = await ask('submitSolution', { id, expectedVersion: 2 });
    expect(submitted).toMatchObject({ solution: { status: 'SUBMITTED' }, userErrors: [] });
  });

  it('reads what is public, and of people, colleagues and keys nothing', async () => {
    const { apiKey, headers } = await vendorKey();
    const QUERY = `query ($id: ID!) {
      solutions(first: 1) { nodes { name vendor { name contactEmail } } }
      people(first: 1) { totalCount }
      organisations(filter: { legalName: { startsWith: "H" } }, first: 5) {
        nodes { legalName employments { totalCount } memberships { totalCount } apiKeys { totalCount } } }
      apiKeys(first: 1) { totalCount }
      node(id: $id) { id }
    }`;
    const { body } = await graph.ask(transport, QUERY, { headers, variables: { id: apiKey.id } });
    expect(body.errors).toBeUndefined();
    expect(body.data).toMatchObject({ people: { totalCount: 0 }, apiKeys: { totalCount: 0 }, node: null });
    const { nodes } = body.data!['organisations'] as { nodes: Record<string, unknown>[] };
    const nothing = { totalCount: 0 };
    expect(nodes.length).toBeGreaterThan(0);
    for (const one of nodes)
      expect(one).toMatchObject({ employments: nothing, memberships: nothing, apiKeys: nothing });
    expect(JSON.stringify(body.data)).not.toContain('@');
  });

  it('is no person, whatever it asks of one', async () => {
    const { headers } = await vendorKey();
    const { body } = await graph.ask(transport, '{ me { name } }', { headers });
    expect(body.data?.['me'] ?? null).toBeNull();
  });

  it('has its key revoked between one request and the next', async () => {
    const { apiKey, headers } = await vendorKey();
    expect((await graph.ask(transport, '{ __typename }', { headers })).status).toBe(200);
    const input = { id: apiKey.id, expectedVersion: apiKey.version };
    const revoked = await graph.ask(transport, REVOKE_KEY, {
      headers: await graph.signIn(vendor.email),
      variables: { input },
    });
    expect(payloadOf(revoked, 'revokeApiKey')).toEqual({ apiKey: { status: 'REVOKED' }, userErrors: [] });
    const { status, body } = await graph.ask(transport, '{ __typename }', { headers });
    expect([status, body.errors?.[0]?.extensions]).toEqual([401, { code: 'UNAUTHENTICATED' }]);
  });
});

describe('with a key of the narrowest scope', () => {
  let headers: Record<string, string>;
  let mutations: readonly (FilledMutation & { readonly subgraph: string })[];
  let before: Record<string, string>;

  beforeAll(async () => {
    const [contact] = await withConnection(graph.urls.community.owner, async (client) => {
      const { rows } = await client.query(
        `select person_id, organisation_id from employment join organisation on organisation.id = organisation_id
          where 'MEMBER_CONTACT' = any (roles) and kind = 'MUNICIPALITY' and to_date is null and organisation.status = 'ACTIVE' limit 1`,
      );
      return rows as { person_id: string; organisation_id: string }[];
    });
    const key = await keyOf(contact!);
    headers = key.headers;
    // its first use is noted, once a minute
    await graph.ask('in process', '{ __typename }', { headers });
    const ids = await knownIds();
    mutations = graph.subgraphs.flatMap(({ name, sdl }) =>
      filledMutations(sdl, ids).map((one) => ({ ...one, subgraph: name })),
    );
    before = await everything();
  });

  /** The demonstration accounts have no contact of an authority: the subgraph is told that one asks. */
  async function keyOf({ person_id: personId, organisation_id: organisationId }: Record<string, string>) {
    const viewer = {
      personId: personId!,
      staffRoles: [],
      circlePeerIds: [],
      employments: [
        {
          organisationId: organisationId!,
          organisationKind: 'MUNICIPALITY',
          roles: ['MEMBER_CONTACT'],
          predecessorIds: [],
        },
      ],
    };
    const input = { organisationId, name: 'Systeem', scopes: ['PORTFOLIO_READ'] };
    const community = graph.subgraphs.find(({ name }) => name === 'community')!;
    const { data } = await community.execute({ query: CREATE_KEY, variables: { input }, viewer, requestId: 'test' });
    const { secret } = data!['createApiKey'] as { secret: string };
    return { headers: { authorization: `Bearer ${secret}` } };
  }

  const codesOf = ({ body: { data, errors = [] } }: Pick<Answer, 'body'>): unknown[] => [
    ...errors.map(({ extensions }) => extensions['code']),
    ...Object.values(data ?? {}).flatMap((payload) =>
      ((payload as { userErrors: { code: string }[] } | null)?.userErrors ?? []).map(({ code }) => code),
    ),
  ];

  it.each(transports)('every mutation is forbidden, and none writes, asked %s', async (transport) => {
    const answers: [string, unknown[]][] = [];
    for (const { name, query, variables } of mutations)
      answers.push([name, codesOf(await graph.ask(transport, query, { headers, variables }))]);
    expect(answers.length).toBeGreaterThan(100);
    expect(answers.filter(([, codes]) => codes.join() !== 'FORBIDDEN')).toEqual([]);
    expect(await everything()).toEqual(before);
  });

  it('every mutation is forbidden, and none writes, asked of a subgraph beside the gateway', async () => {
    const answers: [string, unknown[]][] = [];
    const apiKey = {
      id: 'apikey_01jq8f0000e1h00000000000d1',
      scopes: ['PORTFOLIO_READ'],
      organisation: { organisationId: vendor.organisationId, organisationKind: 'MUNICIPALITY', predecessorIds: [] },
      circlePeerIds: [],
    };
    const viewer = { staffRoles: [], employments: [], circlePeerIds: [], apiKey };
    for (const { subgraph, name, query, variables } of mutations) {
      const asked = graph.subgraphs.find((one) => one.name === subgraph)!;
      const result = await asked.execute({ query, variables, viewer, requestId: 'test' });
      const body = JSON.parse(JSON.stringify(result)) as Answer['body'];
      answers.push([name, codesOf({ body })]);
    }
    expect(answers.filter(([, codes]) => codes.join() !== 'FORBIDDEN')).toEqual([]);
    expect(await everything()).toEqual(before);
  });
});
