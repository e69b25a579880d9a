import '../../../../../shared/test/matchers.js';
import { Client } from 'pg';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { dice, type Dice } from '@lokaal/shared/demo';
import { newId } from '@lokaal/shared/ids';
import { Given, type GivenPerson, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import {
  ACCEPT,
  CANCEL,
  GivenRegistration,
  type GivenRegistered,
  REGISTER,
  seen,
  SIGN_UP,
} from '../../../test/given-registration.js';
import { anotherCommunity, anotherUpkeep } from '../../../test/other-process.js';
import type { WaitingListUpkeep } from './waiting-list-upkeep.js';

type Ask = (viewer: Viewer, query: string, variables: Record<string, unknown>) => Promise<unknown>;
type Answered = { data?: Record<string, { registration: GivenRegistered | null; userErrors: { code: string }[] }> };

let on: TestSubgraph;
let given: GivenRegistration;
let processes: Ask[];
let upkeeps: WaitingListUpkeep[];
let member: GivenPerson;

beforeAll(async () => {
  // thousands of mails are printed where there is no mail server
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new GivenRegistration(on);
  member = await new Given(on).person();
  processes = [(viewer, query, variables) => on.as(viewer).run(query, variables), await anotherCommunity(on)];
  upkeeps = await Promise.all(Array.from({ length: 4 }, () => anotherUpkeep(on)));
});
beforeEach(() => on.clock.set('2026-11-02T09:00:00Z'));

/** The payload of a mutation in one of the processes; anything but a payload fails the test. */
async function ask(by: Dice, viewer: Viewer, mutation: string, input: object) {
  const answer = (await by.pick(processes)(viewer, mutation, { input })) as Answered;
  const payload = Object.values(answer.data ?? {})[0];
  if (!payload) throw new Error(JSON.stringify(answer));
  return payload;
}

const register = async (by: Dice, event: Row, person: Row) => {
  const { registration } = await ask(by, signedIn(person), REGISTER, { eventId: event.id, mode: 'ON_SITE' });
  return { ...registration!, viewer: signedIn(person) };
};

const cancel = (by: Dice, registration: GivenRegistered) => ask(by, registration.viewer, CANCEL, seen(registration));

const value = async (text: string, ...values: unknown[]): Promise<number> =>
  Number(Object.values((await on.sql(`select (${text}) as value`, values))[0]!)[0]);

const countOf = (event: Row, ...states: string[]): Promise<number> =>
  value('select count(*) from registration where event_id = $1 and state = any ($2)', event.id, states);

/** What holds after whatever happened, asked in SQL. */
async function expectInvariants(event: Row): Promise<void> {
  const broken = {
    'more places held than there are': `select count(*) from event where id = $1 and capacity_on_site
      < (select count(*) from registration where event_id = event.id and holds_place(state))`,
    'two live registrations of one person': `select count(*) from (select person_id from registration where event_id = $1
      and state in ('CONFIRMED', 'WAITLISTED', 'OFFERED') group by person_id having count(*) > 1) twice`,
    'somebody waits while a place is free': `select count(*) from event where id = $1 and capacity_on_site
      > (select count(*) from registration where event_id = event.id and holds_place(state))
      and exists (select from registration where event_id = event.id and state = 'WAITLISTED')`,
    'somebody overtook who waits': `select count(*) from registration waits join registration other using (event_id, mode)
      where event_id = $1 and waits.state = 'WAITLISTED' and holds_place(other.state) and other.arrival > waits.arrival`,
    'somebody was told of an offer not exactly once': `select count(*) from registration r join person p on p.id = r.person_id
      where event_id = $1 and (select count(*) from outbox_message m where m.recipient = p.email and subject like 'Er is een plaats voor u:%')
        <> (select count(*) from registration all_of where all_of.event_id = $1 and all_of.person_id = p.id and offered_at is not null)`,
    'arrivals leave a gap': `select count(*) from (select max(arrival) - count(*) as gap from registration where event_id = $1) a where gap <> 0`,
  };
  const found: string[] = [];
  for (const [name, text] of Object.entries(broken)) if ((await value(text, event.id)) > 0) found.push(name);
  expect(found).toEqual([]);
}

/** Positions as staff reads them through the graph, in order of arrival. */
async function positionsOf(event: Row): Promise<number[]> {
  const rows = await on.sql<Row>(
    `select id from registration where event_id = $1 and state = 'WAITLISTED' order by arrival`,
    [event.id],
  );
  const positions: number[] = [];
  for (let from = 0; from < rows.length; from += 100) {
    const ids = rows.slice(from, from + 100).map(({ id }) => id);
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Registration { waitingPosition } } }';
    const { data } = await on.as(staff(member)).run(query, { ids });
    positions.push(...data.nodes.map(({ waitingPosition }: GivenRegistered) => waitingPosition));
  }
  return positions;
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

describe('never one seat too many', () => {
  it('when 500 people want 36 places at once, in two processes', async () => {
    const by = dice('race', 500);
    const event = await given.event({ capacity_on_site: 36 });
    const people = await given.people(500);
    await Promise.all(people.map((person) => register(by, event, person)));
    expect([await countOf(event, 'CONFIRMED'), await positionsOf(event)]).toEqual([36, upTo(464)]);
    await expectInvariants(event);
  });

  it.each([
    [500, 1],
    [120, 2],
  ])('when people cancel, and offers expire, while %d register (seed %d)', async (count, seed) => {
    const by = dice('race', seed);
    const event = await given.event({ capacity_on_site: 36, offer_hours: 24 });
    const people = await given.people(count);
    const gone: string[] = [];
    let offersEnded = 0;
    await Promise.all(
      people.map(async (person, index) => {
        const registration = await register(by, event, person);
        if (by.chance(0.25) && (await cancel(by, registration)).userErrors.length === 0) gone.push(registration.id);
        if (index % 30 !== 29) return;
        // an hour longer than an offer stands
        on.clock.set(new Date(Date.UTC(2026, 10, 2, 9 + 25 * ++offersEnded)).toISOString());
        await Promise.all(upkeeps.map((upkeep) => upkeep.settle()));
      }),
    );
    // an offer that was being made while the clock jumped
    await upkeeps[0]!.settle();
    await expectInvariants(event);
    const offered = await on.sql<GivenRegistered & { person_id: string }>(
      `select id, version, person_id from registration where event_id = $1 and state = 'OFFERED'`,
      [event.id],
    );
    await Promise.all(offered.map((one) => ask(by, signedIn({ id: one.person_id }), ACCEPT, seen(one))));
    await expectInvariants(event);
    const waiting = await countOf(event, 'WAITLISTED');
    expect(await countOf(event, 'CONFIRMED')).toBe(36);
    expect(await positionsOf(event)).toEqual(upTo(waiting));
    expect(gone.length + waiting + 36 + (await countOf(event, 'OFFER_EXPIRED'))).toBe(count);
  });

  it('when the 36 who have a place cancel while 100 others register', async () => {
    const by = dice('race', 36);
    const event = await given.event({ capacity_on_site: 36 });
    const first = await given.registrations(event, await given.people(36));
    const others = await given.people(100);
    await Promise.all([
      ...first.map((registration) => cancel(by, registration)),
      ...others.map((person) => register(by, event, person)),
    ]);
    await expectInvariants(event);
    expect([
      await countOf(event, 'CANCELLED'),
      await countOf(event, 'CONFIRMED', 'OFFERED'),
      await positionsOf(event),
    ]).toEqual([36, 36, upTo(64)]);
  });

  it('when the capacity is lowered to 20 and raised to 30 meanwhile: nobody is dropped, none is added too many', async () => {
    const by = dice('race', 20);
    const event = await given.event({ capacity_on_site: 36 });
    const first = await given.registrations(event, await given.people(36));
    const resize = (capacity: number) =>
      on.sql('update event set capacity_on_site = $2 where id = $1', [event.id, capacity]);
    const held: number[] = [];
    await resize(20);
    await Promise.all([
      ...(await given.people(40)).map((person) => register(by, event, person)),
      ...first.slice(0, 10).map(async (registration) => {
        await cancel(by, registration);
        held.push(await countOf(event, 'CONFIRMED', 'OFFERED'));
      }),
    ]);
    // ten left, 26 are still more than 20: nobody was added, nobody dropped
    expect([await countOf(event, 'CONFIRMED'), await countOf(event, 'OFFERED'), Math.max(...held)]).toEqual([
      26, 0, 35,
    ]);
    await Promise.all([resize(30), ...upkeeps.map((upkeep) => upkeep.settle())]);
    await upkeeps[0]!.settle();
    expect([await countOf(event, 'CONFIRMED'), await countOf(event, 'OFFERED')]).toEqual([26, 4]);
    await expectInvariants(event);
  });

  it('when rows are written past the application, in 40 connections at once', async () => {
    const event = await given.event({ capacity_on_site: 10 });
    const people = await given.people(40);
    const write = async ({ id }: Row, arrival: number): Promise<string> => {
      const client = new Client({ connectionString: on.urls.server });
      await client.connect();
      const values = [newId('registration'), event.id, id, String(arrival).padStart(24, '0'), arrival + 1];
      return client
        .query(
          `insert into registration (id, event_id, person_id, mode, audience, price_cents, ticket_code, state, arrival)
            values ($1, $2, $3, 'ON_SITE', 'NON_MEMBER', 0, $4, 'CONFIRMED', $5)`,
          values,
        )
        .then(
          () => 'written',
          (error: { constraint: string }) => error.constraint,
        )
        .finally(() => client.end());
    };
    const results = await Promise.all(people.map(write));
    expect([
      results.filter((one) => one === 'written').length,
      results.filter((one) => one === 'registration_places').length,
    ]).toEqual([10, 30]);
  });
});

it('a registration that is sent 20 times at once with one key has one effect and one answer', async () => {
  const by = dice('race', 'key');
  const event = await given.event();
  const [person] = await given.people(1);
  const input = { eventId: event.id, mode: 'ON_SITE', idempotencyKey: 'once' };
  const answers = await Promise.all(upTo(20).map(() => ask(by, signedIn(person!), REGISTER, input)));
  expect(new Set(answers.map(({ registration, userErrors }) => registration?.id ?? userErrors[0]?.code)).size).toBe(1);
  expect(await given.statesOf(event)).toEqual(['CONFIRMED']);
});

it('50 registrations of one person at once give one, and 49 refusals', async () => {
  const by = dice('race', 'same');
  const event = await given.event();
  const [person] = await given.people(1);
  const answers = await Promise.all(
    upTo(50).map(() => ask(by, signedIn(person!), REGISTER, { eventId: event.id, mode: 'ON_SITE' })),
  );
  const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
  expect([codes.length, new Set(codes)]).toEqual([49, new Set(['ALREADY_EXISTS'])]);
});

it('offers that expire are taken once and passed on once, though four processes do it at once', async () => {
  const by = dice('race', 'expiry');
  const event = await given.event({ capacity_on_site: 5, offer_hours: 24 });
  const registered = await given.registrations(event, await given.people(20));
  await Promise.all(registered.slice(0, 5).map((one) => cancel(by, one)));
  on.clock.set('2026-11-03T09:00:00Z');
  await Promise.all(upkeeps.map((upkeep) => upkeep.settle()));
  expect(await given.statesOf(event)).toEqual([
    ...Array<string>(5).fill('CANCELLED'),
    ...Array<string>(5).fill('OFFER_EXPIRED'),
    ...Array<string>(5).fill('OFFERED'),
    ...Array<string>(5).fill('WAITLISTED'),
  ]);
  await expectInvariants(event);
});

it('of two sign-ups at once for sessions that overlap, one wins', async () => {
  const by = dice('race', 'overlap');
  const event = await given.event({ capacity_on_site: 30 });
  const sessions = [
    await given.session(event),
    await given.session(event, { starts_at: '2026-12-10T10:30:00Z', ends_at: '2026-12-10T11:30:00Z' }),
  ];
  const registered = await given.registrations(event, await given.people(2));
  const signups = await Promise.all(
    registered.flatMap(({ viewer }) => sessions.map(({ id }) => ask(by, viewer, SIGN_UP, { sessionId: id }))),
  );
  expect(signups.flatMap(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual([
    'INVALID_STATE',
    'INVALID_STATE',
  ]);
  const confirmed = `select count(*) from session_signup where state = 'CONFIRMED' and session_id = any ($1)`;
  expect(
    await value(
      confirmed,
      sessions.map(({ id }) => id),
    ),
  ).toBe(2);
});

it('places in sessions never exceed theirs while registrations are cancelled, and go to who waits', async () => {
  const by = dice('race', 'sessions');
  const event = await given.event({ capacity_on_site: 40 });
  const session = await given.session(event, { capacity: 10 });
  const registered = await given.registrations(event, await given.people(30));
  await Promise.all(registered.map(({ viewer }) => ask(by, viewer, SIGN_UP, { sessionId: session.id })));
  expect(
    await value(`select count(*) from session_signup where session_id = $1 and state = 'CONFIRMED'`, session.id),
  ).toBe(10);
  await Promise.all(registered.slice(0, 15).map((one) => cancel(by, one)));
  const held = `select count(*) from session_signup where session_id = $1 and holds_place(state)`;
  const orphans = `select count(*) from session_signup s join registration r on r.id = s.registration_id
    where s.session_id = $1 and r.state = 'CANCELLED' and s.state <> 'CANCELLED'`;
  const overtaken = `select count(*) from session_signup waits join session_signup other using (session_id)
    where session_id = $1 and waits.state = 'WAITLISTED' and holds_place(other.state) and other.arrival > waits.arrival`;
  expect([await value(held, session.id), await value(orphans, session.id), await value(overtaken, session.id)]).toEqual(
    [10, 0, 0],
  );
});
