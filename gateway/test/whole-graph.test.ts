import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { demoPassword } from '@lokaal/shared/demo';
import { type Question, readQuestions } from '../src/playground/questions.js';
import { transports } from './graph.js';
import { faultsOf, runQuestion } from './playground-run.js';
import { startWholeGraph, type WholeGraph } from './whole-graph.js';

const officer = 'dpo@bilzen-hoeselt.example';
const vendor = 'redactie@hoppeschans.example';
const staff = 'medewerker@vereniging.example';
const contact = 'contact@zoersel.example';

const reference = readFileSync(join(__dirname, '../../bench/reference.graphql'), 'utf8');
let graph: WholeGraph;

beforeAll(async () => {
  graph = await startWholeGraph();
});

/** Statements that PostgreSQL is sent while something runs, those of transactions included. */
async function statementsDuring(work: () => Promise<unknown>): Promise<number> {
  const spy = jest.spyOn(Client.prototype, 'query');
  try {
    await work();
    return spy.mock.calls.length;
  } finally {
    spy.mockRestore();
  }
}

const authorityOfReference = {
  legalName: expect.any(String),
  knowledgeCircle: { name: expect.any(String) },
  publishedLabel: {
    level: expect.stringMatching(/^(BASIC|IMPORTANT|ESSENTIAL)$/),
    kind: 'VERIFIED',
    validUntil: expect.any(String),
  },
};

describe('the reference question', () => {
  it.each([1, 20, 100])('costs three statements for %i solutions', async (first) => {
    const ask = () => graph.ask('in process', reference, { variables: { first } });
    const { body } = await ask();
    expect((body.data!['solutions'] as { nodes: unknown[] }).nodes).toHaveLength(first);
    // What a subgraph does of its own accord in the meantime, such as looking for mail to send, can only add to one of them.
    const counts = [await statementsDuring(ask), await statementsDuring(ask), await statementsDuring(ask)];
    expect(Math.min(...counts)).toBe(3);
  });

  it('shows five public users of each of twenty solutions, all with their circle and their label', async () => {
    const { body } = await graph.ask('in process', reference);
    expect(body.errors).toBeUndefined();
    const used = { status: expect.any(String), authority: authorityOfReference };
    const { nodes } = body.data!['solutions'] as { nodes: { portfolio: unknown }[] };
    expect(nodes.map(({ portfolio }) => portfolio)).toEqual(
      Array.from({ length: 20 }, () => ({ nodes: Array.from({ length: 5 }, () => used) })),
    );
  });
});

const WHO_AM_I = `{
  me { name employments { nodes { organisation {
    id legalName
    portfolio(first: 2) { totalCount nodes { solution { name vendor { name } } } }
    latestMeasurement { measuredOn targetLevel result { total { value } categories { id maturity { value } } } }
    cohorts { nodes { family size maturity { ... on MaturityAggregate { n total { median } } ... on AggregateSuppressed { reason } } } }
  } } } }
}`;

interface Authority {
  readonly legalName: string;
  readonly portfolio: { totalCount: number; nodes: { solution: { vendor: { name: string } } }[] };
  readonly latestMeasurement: { result: { categories: { id: string }[] } };
  readonly cohorts: { nodes: { family: string; maturity: { total?: { median: number }; reason?: string } }[] };
}

it('answers one question from a person to the median of the cohorts, over three subgraphs', async () => {
  const { body } = await graph.ask('in process', WHO_AM_I, { headers: await graph.signIn(officer) });
  expect(body.errors).toBeUndefined();
  const { employments } = body.data!['me'] as { employments: { nodes: { organisation: Authority }[] } };
  const authority = employments.nodes[0]!.organisation;
  expect(authority.portfolio.nodes[0]!.solution.vendor.name).not.toBe('');
  expect(authority.latestMeasurement.result.categories.map(({ id }) => id)).toContain('PR.AA');
  expect(authority.cohorts.nodes.map(({ family }) => family).sort()).toEqual([
    'ALL',
    'KNOWLEDGE_CIRCLE',
    'POPULATION_CLASS',
    'PROVINCE',
    'REFERENCE_REGION',
  ]);
  expect(
    authority.cohorts.nodes.every(({ maturity }) => maturity.total !== undefined || maturity.reason !== undefined),
  ).toBe(true);
});

describe('when a subgraph is away', () => {
  const away = { code: 'SUBGRAPH_UNAVAILABLE' };

  it('the reference question loses the labels only, without infosec', async () => {
    const { status, body } = await graph.askWithout('infosec', reference);
    const text = JSON.stringify(body.data);
    expect(status).toBe(200);
    expect(body.errors![0]).toMatchObject({ extensions: { ...away, service: 'infosec' } });
    expect(body.errors![0]!.path!.at(-1)).toBe('publishedLabel');
    expect(text).toMatch(/"knowledgeCircle":\{"name":"/);
    expect(text).not.toContain('"level"');
  });

  it('the reference question loses the authorities only, without the community', async () => {
    const { body } = await graph.askWithout('community', reference);
    expect(body.errors![0]).toMatchObject({ extensions: { ...away, service: 'community' } });
    const { nodes } = body.data!['solutions'] as { nodes: { portfolio: { nodes: { authority: null }[] } }[] };
    expect(nodes).toHaveLength(20);
    const empty = nodes.flatMap(({ portfolio }, solution) =>
      portfolio.nodes.map((_, use) => ['solutions', 'nodes', solution, 'portfolio', 'nodes', use, 'authority']),
    );
    expect(body.errors!.map(({ path }) => path)).toEqual(empty.slice(0, 100));
  });

  it('roots of the others are answered, without the catalogue', async () => {
    const { body } = await graph.askWithout(
      'catalogue',
      '{ solutions { totalCount } municipality(nis: "11002") { name } }',
    );
    expect(body).toMatchObject({
      data: { solutions: null, municipality: { name: 'Antwerpen' } },
      errors: [{ path: ['solutions'], extensions: { ...away, service: 'catalogue' } }],
    });
  });
});

/** The root field itself is for whoever signed in. */
const ROOT_PATHS = `
  root: measurements(filter: { authorityId: { eq: $organisation } }) { totalCount nodes { id } }
  ordered: measurements(filter: { authorityId: { eq: $organisation } }, orderBy: [{ field: MEASURED_ON, direction: DESC }], first: 1) { edges { cursor } pageInfo { hasNextPage endCursor } }`;

/** Paths from the public graph to measurements of one authority, all in one operation. */
const pathsFor = (
  isSignedIn: boolean,
): string => `query Paths($measurement: ID!, $organisation: ID!, $cohort: ID!, $score: ID!) {
  ${isSignedIn ? ROOT_PATHS : ''}
  byNode: node(id: $measurement) { __typename id ... on MaturityMeasurement { measuredOn } }
  byNodes: nodes(ids: [$measurement, $score]) { id }
  scoreByNode: node(id: $score) { ... on ControlScore { documentation implementation } }
  fromOrganisation: organisation(id: $organisation) { latestMeasurement { id } some: measurements { ...Seen } alias: measurements(last: 1) { ...Seen } }
  fromOrganisations: organisations(first: 100) { nodes { measurements { totalCount } } }
  fromCohort: cohort(id: $cohort) { organisations(first: 100) { nodes { id measurements { totalCount nodes { id } } latestMeasurement { result { total { value } } } } } }
  fromPeople: people(first: 100) { nodes { employments { nodes { organisation { id measurements { totalCount } } } } } }
  fromSolution: solutions(first: 20) { nodes { portfolio(first: 100) { nodes { authority { id measurements { totalCount } latestMeasurement { id } } } } } }
  fromCircle: knowledgeCircles(first: 100) { nodes { organisations { nodes { id measurements { totalCount } } } } }
}
fragment Seen on MaturityMeasurementConnection { totalCount nodes { id measuredOn result { total { value } } scores { totalCount nodes { documentation } } } }`;

describe('a measurement of an authority', () => {
  let target: { measurement: string; organisation: string; cohort: string; score: string };

  beforeAll(async () => {
    const [row] = await sql(
      graph.urls.infosec.owner,
      `select m.id, m.authority_id, s.id as score from maturity_measurement m
      join control_score s on s.measurement_id = m.id where m.state <> 'OPEN'
      and m.authority_id = $1 limit 1`,
      [await authorityOfOfficer()],
    );
    const [cohort] = await sql(
      graph.urls.community.owner,
      `select cohort_id from cohort_member m join cohort c on c.id = m.cohort_id
      where organisation_id = $1 and family = 'KNOWLEDGE_CIRCLE'`,
      [row!['authority_id']!],
    );
    target = {
      measurement: row!['id']!,
      organisation: row!['authority_id']!,
      score: row!['score']!,
      cohort: cohort!['cohort_id']!,
    };
  });

  const otherOfficer = async (): Promise<string> => {
    const [row] = await sql(
      graph.urls.community.owner,
      `select p.email from person p join employment e on e.person_id = p.id
      join organisation o on o.id = e.organisation_id join circle_membership m on m.organisation_id = o.id and m.to_date is null
      where 'CISO' = any (e.roles) and o.kind = 'MUNICIPALITY' and e.to_date is null
        and m.circle_id = (select circle_id from circle_membership where organisation_id = $1 and to_date is null)
        and not exists (select from employment x where x.person_id = p.id and x.organisation_id = $1) limit 1`,
      [target.organisation],
    );
    return row!['email']!;
  };

  /** Gives a person of the demonstration data the demonstration password, as only some have one. */
  const enable = async (email: string): Promise<string> => {
    await sql(graph.urls.community.owner, `update person set email_confirmed_at = now() where email = $1`, [email]);
    await sql(
      graph.urls.community.owner,
      `insert into credential (person_id, password_hash, changed_at)
      select p.id, c.password_hash, now() from person p, credential c where p.email = $1 limit 1 on conflict do nothing`,
      [email],
    );
    return email;
  };

  const viewers: [string, () => Promise<string | undefined>, boolean][] = [
    ['its own DPO', async () => officer, true],
    ['the CISO of another authority in the same circle', async () => enable(await otherOfficer()), false],
    ['a vendor’s editor', async () => vendor, false],
    ['staff of the association', async () => staff, false],
    ['an anonymous viewer', async () => undefined, false],
  ];

  describe.each(transports)('%s', (transport) => {
    it.each(viewers)('is there for %s as it should, by every path', async (_, emailOf, isOwn) => {
      const email = await emailOf();
      const headers = email === undefined ? {} : await graph.signIn(email);
      const { body } = await graph.ask(transport, pathsFor(email !== undefined), { variables: target, headers });
      const text = JSON.stringify(body);
      expect(body.errors).toBeUndefined();
      expect(text.includes(target.measurement)).toBe(isOwn);
      expect(text.includes(target.score)).toBe(isOwn);
      expect(placesOf(body.data, target.organisation).some((one) => countsSomething(one))).toBe(isOwn);
    });
  });

  it.each(transports)('is not even asked for by an anonymous viewer, %s', async (transport) => {
    const { body } = await graph.ask(transport, '{ measurements { totalCount } }');
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });

  it('is the same absence as that of one that never was', async () => {
    const headers = await graph.signIn(vendor);
    const ask = async (id: string) =>
      (
        await graph.ask('in process', '($id: ID!) { node(id: $id) { id __typename } }'.replace('(', 'query ('), {
          variables: { id },
          headers,
        })
      ).body;
    const absent = `${target.measurement.slice(0, -4)}0000`;
    expect(await ask(target.measurement)).toEqual(await ask(absent));
  });

  const authorityOfOfficer = async (): Promise<string> => {
    const [row] = await sql(
      graph.urls.community.owner,
      `select organisation_id from employment e join person p on p.id = e.person_id
      join organisation o on o.id = e.organisation_id where p.email = $1 and o.kind = 'MUNICIPALITY' and o.status = 'ACTIVE'`,
      [officer],
    );
    return row!['organisation_id']!;
  };
});

describe.each(transports)('the referent of a portfolio item, %s', (transport) => {
  const selections = [
    'referent { id }',
    'referent { __typename }',
    'referent { name }',
    'referent { id name ... on Node { id } }',
    'who: referent { key: id type: __typename }',
    '...Told } } } fragment Told on PortfolioItem { ... { referent { ... on Person { id }',
  ];
  const referents = async (selection: string, headers: Record<string, string>): Promise<unknown[]> => {
    const { body } = await graph.ask(transport, `{ portfolioItems(first: 100) { nodes { ${selection} } } }`, {
      headers,
    });
    expect(body.errors).toBeUndefined();
    const { nodes } = body.data!['portfolioItems'] as { nodes: { referent?: unknown; who?: unknown }[] };
    return nodes.map(({ referent, who }) => referent ?? who).filter((person) => person != null);
  };
  const inDirectory = (agreed: boolean) => sql(graph.urls.community.owner, decideAll, [agreed ? 'GIVEN' : 'WITHDRAWN']);

  it.each(selections)('is nobody for an anonymous viewer, asked by %s', async (selection) => {
    await inDirectory(true);
    expect(await referents(selection, {})).toEqual([]);
  });

  it.each(selections)(
    'is there for whoever may see that person, and for others not even its id, by %s',
    async (selection) => {
      const headers = await graph.signIn(vendor);
      await inDirectory(true);
      expect(await referents(selection, headers)).not.toEqual([]);
      await inDirectory(false);
      expect(await referents(selection, headers)).toEqual([]);
    },
  );

  it('has no key of its own in the graph', async () => {
    const { body } = await graph.ask(transport, '{ portfolioItems { nodes { referentId } } }', {
      headers: await graph.signIn(vendor),
    });
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
  });
});

/** Everybody decides about the member directory. */
const decideAll = `with decided as (update person set consent_directory = $1 = 'GIVEN'
    where consent_directory <> ($1 = 'GIVEN') returning id)
  insert into consent (id, person_id, purpose, decision, decided_at, actor, channel)
    select 'consent_' || gen_random_uuid(), id, 'DIRECTORY', $1, now(), 'SELF', 'EARLIER' from decided`;

type Row = Record<string, string>;

async function sql(url: string, text: string, values: string[]): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select set_config('viewer.authorities', $1, false)`, [values.join()]);
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Every object of an answer that has this id. */
function placesOf(value: unknown, id: string): Record<string, unknown>[] {
  if (value === null || typeof value !== 'object') return [];
  const nested = Object.values(value).flatMap((one) => placesOf(one, id));
  return (value as { id?: unknown }).id === id ? [value as Record<string, unknown>, ...nested] : nested;
}

const countsSomething = ({ measurements }: Record<string, unknown>): boolean =>
  ((measurements as { totalCount?: number } | undefined)?.totalCount ?? 0) > 0;

describe('every question of the playground, run from its first operation to its last by whom it is for,', () => {
  const accountOf = (name: string): string => {
    if (name.endsWith('by-staff')) return staff;
    if (name.endsWith('by-contact')) return contact;
    return ['edit', 'api-keys'].includes(name) ? vendor : officer;
  };
  const run = async (question: Question) =>
    runQuestion(graph, question, {
      headers: await graph.signIn(accountOf(question.name)),
      variables: { email: officer, password: demoPassword },
    });
  it.each(readQuestions())('$name: everything is answered, alike in process and over HTTP', async (question) => {
    const faults = (await run(question)).map((step) => ({ step: step.step, faults: faultsOf(step) }));
    expect(faults.filter((one) => one.faults.length > 0)).toEqual([]);
  });
});
