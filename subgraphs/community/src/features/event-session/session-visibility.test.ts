import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { GivenEvents } from '../../../test/given-event.js';
import { employee, Given, type Row, signedIn, staff, startCommunity, statementsOf } from '../../../test/given.js';

let on: TestSubgraph;
const viewers: Record<string, Viewer> = {};
const sessions: Record<string, Row> = {};
const invitations: Record<string, Row> = {};
const eventOf: Record<string, Row> = {};

beforeAll(async () => {
  on = await startCommunity();
  const given = new Given(on);
  const events = new GivenEvents(on);
  const circle = await given.circle();
  const [company, other] = [await given.organisation(), await given.organisation()];
  const [invited, member, coordinator] = [await given.person(), await given.person(), await given.person()];
  await given.coordinator(circle, coordinator);
  Object.assign(viewers, {
    anonymous,
    member: employee(member, await given.authority()),
    invited: signedIn(invited),
    'company of the session': employee(await given.person(), company),
    'other company': employee(await given.person(), other),
    coordinator: signedIn(coordinator),
    staff: staff(await given.person()),
  });
  const made = {
    published: await events.event({ online_url: 'https://meet.example/1', mode: 'HYBRID' }),
    draft: await events.draft(),
    cancelled: await events.event({ status: 'CANCELLED' }),
    archived: await events.event({ status: 'ARCHIVED' }),
    meeting: await events.meeting(circle, { online_url: 'https://meet.example/2', mode: 'HYBRID' }),
    'draft of a meeting': await events.meeting(circle, { status: 'DRAFT' }),
    'meeting of another circle': await events.meeting(await given.circle(), { status: 'DRAFT' }),
  };
  Object.assign(eventOf, made);
  for (const [name, event] of Object.entries(made))
    sessions[name] = await events.session(event, { title: `open ${name}` });
  for (const name of ['published', 'draft', 'meeting'] as const) {
    const session = await events.privateSession(made[name], { vendor_organisation_id: company.id });
    sessions[`private ${name}`] = session;
    invitations[name] = await events.invitation(session, invited);
    await events.invitation(session, await given.person());
    await events.speaker(session);
    await events.material(session);
  }
  await events.material(sessions['published']!, { access: 'PARTICIPANTS', title: 'Opname' });
});

const all = ['published', 'cancelled', 'archived', 'meeting'];
const sees: Record<string, { events: string[]; sessions: string[]; invitations: number; onlineUrls: string[] }> = {
  anonymous: { events: all, sessions: all, invitations: 0, onlineUrls: [] },
  member: { events: all, sessions: all, invitations: 0, onlineUrls: [] },
  invited: { events: all, sessions: [...all, 'private published', 'private meeting'], invitations: 1, onlineUrls: [] },
  'company of the session': {
    events: all,
    sessions: [...all, 'private published', 'private meeting'],
    invitations: 2,
    onlineUrls: [],
  },
  'other company': { events: all, sessions: all, invitations: 0, onlineUrls: [] },
  coordinator: {
    events: [...all, 'draft of a meeting'],
    sessions: [...all, 'draft of a meeting', 'private meeting'],
    invitations: 0,
    onlineUrls: ['meeting'],
  },
  staff: {
    events: [...all, 'draft', 'draft of a meeting', 'meeting of another circle'],
    sessions: [
      ...all,
      'draft',
      'draft of a meeting',
      'meeting of another circle',
      'private published',
      'private draft',
      'private meeting',
    ],
    invitations: 2,
    onlineUrls: ['published', 'meeting'],
  },
};

const idsOf = (nodes: readonly Row[]): string[] => nodes.map(({ id }) => id).sort();
const named = (rows: Record<string, Row>, names: readonly string[]): string[] =>
  names.map((name) => rows[name]!.id).sort();
const run = async (viewer: string, query: string, variables?: object) => {
  const { data, errors } = await on.as(viewers[viewer]!).run(query, variables as Record<string, unknown>);
  expect(errors).toBeUndefined();
  return data;
};

describe.each(Object.entries(sees))('%s', (viewer, seen) => {
  it('sees these events, by every path', async () => {
    const expected = named(eventOf, seen.events);
    const { events } = await run(viewer, '{ events(first: 100) { nodes { id } totalCount } }');
    expect([idsOf(events.nodes), events.totalCount]).toEqual([expected, expected.length]);
    const ids = Object.values(eventOf).map(({ id }) => id);
    const { nodes } = await run(viewer, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(idsOf(nodes.filter(Boolean))).toEqual(expected);
    for (const id of ids) {
      const { event } = await run(viewer, 'query ($id: ID) { event(id: $id) { id } }', { id });
      expect(event !== null).toBe(expected.includes(id));
    }
  });

  it('sees these sessions, by every path', async () => {
    const expected = named(sessions, seen.sessions);
    const list = '{ sessions(first: 100) { nodes { id } totalCount facets { status { count } } } }';
    const data = await run(viewer, list);
    expect([idsOf(data.sessions.nodes), data.sessions.totalCount]).toEqual([expected, expected.length]);
    expect(data.sessions.facets.status[0].count).toBe(expected.length);
    const nested =
      '{ events(first: 100) { nodes { sessions { nodes { id } } tracks { nodes { sessions { totalCount nodes { id } } } } } } }';
    const { events } = await run(viewer, nested);
    const byEvent = events.nodes.flatMap((event: never) => (event['sessions'] as { nodes: Row[] }).nodes);
    const tracks = events.nodes.flatMap(
      (event: never) => (event['tracks'] as { nodes: { sessions: { nodes: Row[] } }[] }).nodes,
    );
    expect(idsOf(byEvent)).toEqual(expected);
    expect(idsOf(tracks.flatMap((track: { sessions: { nodes: Row[] } }) => track.sessions.nodes))).toEqual(expected);
    const ids = Object.values(sessions).map(({ id }) => id);
    const { nodes } = await run(viewer, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(idsOf(nodes.filter(Boolean))).toEqual(expected);
  });

  it('sees so many invitations of a private session, and speakers and material only with the session', async () => {
    const query = `query ($id: ID!) { session(id: $id) { invitations { totalCount } speakers { totalCount } materials { totalCount } } }`;
    const { session } = await run(viewer, query, { id: sessions['private published']!.id });
    const isSeen = seen.sessions.includes('private published');
    expect(session).toEqual(
      isSeen
        ? { invitations: { totalCount: seen.invitations }, speakers: { totalCount: 1 }, materials: { totalCount: 1 } }
        : null,
    );
    const { node } = await run(viewer, 'query ($id: ID!) { node(id: $id) { id } }', {
      id: invitations['published']!.id,
    });
    expect(node !== null).toBe(seen.invitations > 0);
  });

  it('reads the address online of these events', async () => {
    const { events } = await run(viewer, '{ events(first: 100) { nodes { id onlineUrl } } }');
    const shown = events.nodes.filter(({ onlineUrl }: { onlineUrl: string | null }) => onlineUrl !== null);
    expect(idsOf(shown)).toEqual(named(eventOf, seen.onlineUrls));
  });

  it('costs one statement', async () => {
    const query =
      '{ sessions { nodes { title event { title } track { name } invitations { nodes { person { name } } } } } }';
    expect(await statementsOf(() => run(viewer, query))).toBe(1);
  });
});

it('material for participants is not for whoever takes no part', async () => {
  const query = 'query ($id: ID!) { session(id: $id) { materials { nodes { title } } } }';
  const titles = async (viewer: string): Promise<unknown> =>
    (await run(viewer, query, { id: sessions['published']!.id })).session.materials.nodes;
  expect(await titles('anonymous')).toEqual([]);
  expect(await titles('member')).toEqual([]);
  expect(await titles('staff')).toEqual([{ title: 'Opname' }]);
});

it('a search does not tell of what the viewer may not see', async () => {
  const query =
    'query ($search: String) { sessions(search: $search) { totalCount } events(search: $search) { totalCount } }';
  const data = await run('member', query, { search: 'draft' });
  expect(data.sessions.totalCount).toBe(0);
});

describe('the list of sessions', () => {
  it('is filtered by the kind of its track', async () => {
    const query = 'query ($kind: TrackKind) { sessions(trackKind: $kind, first: 100) { totalCount } }';
    const count = async (kind: string | null) => (await run('staff', query, { kind })).sessions.totalCount;
    expect([await count('PRIVATE'), await count('TECHNICAL'), await count('POLICY'), await count(null)]).toEqual([
      3, 7, 0, 10,
    ]);
  });
});
