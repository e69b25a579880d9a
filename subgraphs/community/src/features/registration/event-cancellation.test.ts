import '../../../../../shared/test/matchers.js';
import { closeBeforeDropping } from '../../../../../shared/test/database.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { createDataSource } from '@lokaal/shared/database';
import { type Row, startCommunity } from '../../../test/given.js';
import { CANCEL, type GivenRegistered, GivenRegistration, seen } from '../../../test/given-registration.js';
import { communityEntities } from '../../schema.js';
import { SessionEntity } from '../event-session/session.entity.js';
import { EventEntity } from '../event/event.entity.js';
import { cancelSignups } from '../session-signup/session-cancellation.js';
import { type EventTurn, EventTurnstile } from '../waiting-list/event-turnstile.js';
import { cancelRegistrations } from './event-cancellation.js';
import { promoteAll } from './promotion.js';

let on: TestSubgraph;
let events: GivenRegistration;
let turnstile: EventTurnstile;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  events = new GivenRegistration(on);
  const db = await createDataSource({
    url: on.urls.server,
    applicationName: 'test',
    max: 2,
    entities: communityEntities,
  });
  closeBeforeDropping(() => db.destroy());
  turnstile = new EventTurnstile({ db, clock: on.clock, mailWaits: () => undefined });
});

/** As a service changes an event and then what follows from it. */
const change = ({ id }: Row, columns: Partial<EventEntity>, follow: (turn: EventTurn) => Promise<void>) =>
  turnstile.pass(id, async (turn) => {
    await turn.tx.update(EventEntity, id, columns);
    await follow({ ...turn, event: Object.assign(turn.event, columns) });
  });

const cancelEvent = (event: Row) =>
  change(
    event,
    { status: 'CANCELLED' as EventEntity['status'], cancellationReason: 'De spreker is ziek.' },
    cancelRegistrations,
  );

describe('an event that is cancelled', () => {
  let event: Row;
  let session: Row;
  let registered: GivenRegistered[];
  let subjects: string[][];

  beforeAll(async () => {
    event = await events.event({ title: 'Kennisdag AI', capacity_on_site: 2 });
    session = await events.session(event, { capacity: 1 });
    const people = await events.people(4);
    registered = await events.registrations(event, people);
    for (const { viewer } of registered.slice(0, 2)) await events.signUp(session, viewer);
    await events.ask(registered[1]!.viewer, CANCEL, seen(registered[1]!));
    await cancelEvent(event);
    subjects = [];
    for (const person of people) subjects.push(await events.mailsTo(person));
  });

  it('ends every registration and every sign-up, and offers nobody what came free', async () => {
    expect([await events.statesOf(event), await events.statesOf(session, 'session_signup', 'session_id')]).toEqual([
      Array(4).fill('CANCELLED'),
      Array(2).fill('CANCELLED'),
    ]);
  });

  it('tells everybody once who had a place, an offer or waited, and nobody who had cancelled', () => {
    const told = subjects.map((all) => all.filter((subject) => subject === 'Gaat niet door: Kennisdag AI').length);
    expect(told).toEqual([1, 0, 1, 1]);
  });
});

it('a session that is cancelled ends its sign-ups and tells them, and leaves the registrations', async () => {
  const event = await events.event();
  const session = await events.session(event, { title: 'Werkwinkel', capacity: 1 });
  const people = await events.people(2);
  for (const { viewer } of await events.registrations(event, people)) await events.signUp(session, viewer);
  await turnstile.pass(event.id, async (turn) => {
    await turn.tx.query(`update event_session set status = 'CANCELLED' where id = $1`, [session.id]);
    await cancelSignups(turn, await turn.tx.findOneByOrFail(SessionEntity, { id: session.id }));
  });
  expect([
    await events.statesOf(event),
    await events.statesOf(session, 'session_signup', 'session_id'),
    (await events.mailsTo(people[1]!)).includes('Gaat niet door: de sessie Werkwinkel'),
  ]).toEqual([['CONFIRMED', 'CONFIRMED'], ['CANCELLED', 'CANCELLED'], true]);
});

it('an event whose capacity was raised offers its places to who waits, in the same transaction', async () => {
  const event = await events.event({ capacity_on_site: 1 });
  await events.registrations(event, await events.people(3));
  await change(event, { capacityOnSite: 2 }, promoteAll);
  expect(await events.statesOf(event)).toEqual(['CONFIRMED', 'OFFERED', 'WAITLISTED']);
});
