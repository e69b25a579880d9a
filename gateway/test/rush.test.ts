import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { withConnection } from '@lokaal/shared/database';
import { issueAccessToken } from '../../subgraphs/community/src/features/identity/access-token-issuer.js';
import { deriveKey } from '../../subgraphs/community/src/features/identity/secret-token.js';
import { unsealKey } from '../../subgraphs/community/src/features/identity/signing-key-seal.js';
import type { SigningKeyEntity } from '../../subgraphs/community/src/features/identity/signing-key.entity.js';
import { TestClock } from '../../shared/test/subgraph.js';
import { secret, transports, type Transport } from './graph.js';
import { startWholeGraph, type WholeGraph } from './whole-graph.js';

type Headers = Record<string, string>;

interface Registered {
  readonly id: string;
  readonly state: string;
  readonly waitingPosition: number | null;
}

const clock = new TestClock();
let graph: WholeGraph;
let staff: Headers;

beforeAll(async () => {
  // a mail for each of them is printed where there is no mail server
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  graph = await startWholeGraph({ clock });
  staff = await graph.signIn('medewerker@vereniging.example');
});

const onCommunity = <Result>(work: (client: Client) => Promise<Result>): Promise<Result> =>
  withConnection(graph.urls.community.owner, work);

/** So many people who signed in: typing as many passwords would take minutes. */
const signedIn = (count: number): Promise<Headers[]> =>
  onCommunity(async (client) => {
    const now = clock.now();
    const { rows: keys } = await client.query<SigningKeyEntity>(
      'select kid, sealed_jwk as "sealedJwk" from signing_key',
    );
    const key = (await unsealKey(keys[0]!, deriveKey(secret, 'signing keys')))!;
    const { rows } = await client.query<{ id: string }>('select id from person order by md5(id) limit $1', [count]);
    const sessions = rows.map(({ id }) => ({ personId: id, sessionId: randomUUID() }));
    await client.query(
      `insert into session (id, person_id, created_at, idle_until, expires_at)
        select id, person_id, $3, $3::timestamptz + interval '1 hour', $3::timestamptz + interval '1 hour'
        from unnest($1::text[], $2::text[]) as opened (id, person_id)`,
      [sessions.map(({ sessionId }) => sessionId), sessions.map(({ personId }) => personId), now],
    );
    const tokens = await Promise.all(sessions.map((session) => issueAccessToken(key, session, now)));
    return tokens.map((token) => ({ authorization: `Bearer ${token}` }));
  });

const CREATE = `mutation ($input: CreateEventInput!) { created: createEvent(input: $input) { event { id version } } }`;
const PRICE = `mutation ($input: SetEventPricesInput!) { created: setEventPrices(input: $input) { event { id version } } }`;
const PUBLISH = `mutation ($input: PublishEventInput!) { created: publishEvent(input: $input) { event { id version } } }`;

async function change(query: string, input: object): Promise<{ id: string; expectedVersion: number }> {
  const { body } = await graph.ask('in process', query, { variables: { input }, headers: staff });
  const { event } = body.data!['created'] as { event: { id: string; version: number } };
  return { id: event.id, expectedVersion: event.version };
}

/** An event next week, open to everybody, with 36 places. */
async function eventOf36(): Promise<string> {
  const at = (hours: number): string => new Date(clock.now().getTime() + hours * 3_600_000).toISOString();
  const event = {
    series: 'OTHER',
    edition: 1,
    title: `Stormloop ${randomUUID()}`,
    mode: 'ON_SITE',
    capacityOnSite: 36,
  };
  const input = { ...event, startsAt: at(168), endsAt: at(176), venue: { name: 'Zaal' } };
  const created = await change(CREATE, input);
  const priced = await change(PRICE, { ...created, prices: [{ audience: 'NON_MEMBER', priceCents: 0 }] });
  return (await change(PUBLISH, priced)).id;
}

const REGISTER = `mutation ($input: RegisterForEventInput!) { registerForEvent(input: $input) {
  registration { id state waitingPosition } userErrors { code } } }`;

async function register(transport: Transport, eventId: string, headers: Headers): Promise<Registered> {
  const input = { eventId, mode: 'ON_SITE', idempotencyKey: eventId };
  const { status, body } = await graph.ask(transport, REGISTER, { variables: { input }, headers });
  // nothing was begun: on a machine that is busy with other tests, no connection was free for long
  if (status === 503) return register(transport, eventId, headers);
  const { registration } = (body.data?.['registerForEvent'] ?? {}) as { registration?: Registered };
  if (status !== 200 || !registration) throw new Error(JSON.stringify(body));
  return registration;
}

describe.each(transports)('a rush through the gateway, %s', (transport) => {
  it('has an answer for each of 100 who register at once for 36 places, and the same one when they ask again', async () => {
    const eventId = await eventOf36();
    const people = await signedIn(100);
    const all = (): Promise<Registered[]> =>
      Promise.all(people.map((headers) => register(transport, eventId, headers)));
    const registered = await all();
    expect(registered.filter(({ state }) => state === 'CONFIRMED')).toHaveLength(36);
    const positions = registered.flatMap(({ waitingPosition }) => waitingPosition ?? []);
    expect(positions.toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: 64 }, (_, index) => index + 1),
    );
    expect(await all()).toEqual(registered);
  });
});
