import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { Given, type GivenPerson, type Row, staff, startCommunity } from '../../../test/given.js';
import { CANCEL, type GivenRegistered, GivenRegistration, seen } from '../../../test/given-registration.js';

let on: TestSubgraph;
let events: GivenRegistration;
let keeper: Viewer;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  events = new GivenRegistration(on);
  keeper = staff(await new Given(on).person());
});

const change = async (name: string, input: object): Promise<void> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  await events.ask(
    keeper,
    `mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code message } } }`,
    input,
  );
};
const signupsOf = (session: Row) => events.statesOf(session, 'session_signup', 'session_id');
const subjectsOf = async (people: readonly GivenPerson[], beginning: string): Promise<number[]> => {
  const counts: number[] = [];
  for (const person of people)
    counts.push((await events.mailsTo(person)).filter((subject) => subject.startsWith(beginning)).length);
  return counts;
};

describe('an event that is cancelled', () => {
  let event: Row;
  let session: Row;
  let people: GivenPerson[];
  let registered: GivenRegistered[];

  beforeAll(async () => {
    event = await events.event({ title: 'Kennisdag AI' });
    session = await events.session(event, { capacity: 1 });
    people = await events.people(4);
    registered = await events.registrations(event, people);
    for (const { viewer } of registered.slice(0, 2)) await events.signUp(session, viewer);
    await events.ask(registered[1]!.viewer, CANCEL, seen(registered[1]!));
    await change('cancelEvent', { id: event.id, expectedVersion: 1, reason: 'De spreker is ziek.' });
  });

  it('ends every registration and every sign-up, and offers nobody what came free', async () => {
    const states = [...(await events.statesOf(event)), ...(await signupsOf(session))];
    expect(states).toEqual(Array(6).fill('CANCELLED'));
  });

  it('tells everybody once who had a place, an offer or waited, and nobody who had cancelled', async () => {
    expect(await subjectsOf(people, 'Gaat niet door: Kennisdag AI')).toEqual([1, 0, 1, 1]);
  });
});

describe('an event that changes', () => {
  it('offers what a higher capacity gives to who waits', async () => {
    const event = await events.event({ capacity_on_site: 1 });
    await events.registrations(event, await events.people(3));
    await change('updateEvent', { id: event.id, expectedVersion: 1, capacityOnSite: 2 });
    expect(await events.statesOf(event)).toEqual(['CONFIRMED', 'OFFERED', 'WAITLISTED']);
  });

  it('keeps everybody when its capacity is lowered, and offers nothing until enough people left', async () => {
    const event = await events.event({ capacity_on_site: 3 });
    const registered = await events.registrations(event, await events.people(4));
    await change('updateEvent', { id: event.id, expectedVersion: 1, capacityOnSite: 1 });
    for (const one of registered.slice(0, 2)) await events.ask(one.viewer, CANCEL, seen(one));
    const before = await events.statesOf(event);
    await events.ask(registered[2]!.viewer, CANCEL, seen(registered[2]!));
    expect([before.slice(2), (await events.statesOf(event)).slice(2)]).toEqual([
      ['CONFIRMED', 'WAITLISTED'],
      ['CANCELLED', 'OFFERED'],
    ]);
  });

  it('that moves tells who comes, and lets no offer outlast its begin', async () => {
    const event = await events.event({ title: 'Verhuisd', capacity_on_site: 1, offer_hours: 720 });
    const people = await events.people(2);
    const [first] = await events.registrations(event, people);
    await events.ask(first!.viewer, CANCEL, seen(first!));
    await change('updateEvent', { id: event.id, expectedVersion: 1, startsAt: '2026-11-05T09:00:00Z' });
    const [offer] = await on.sql(
      `select offer_expires_at from registration where event_id = $1 and state = 'OFFERED'`,
      [event.id],
    );
    expect([offer, await subjectsOf(people, 'Tijd of plaats gewijzigd: Verhuisd')]).toEqual([
      { offer_expires_at: new Date('2026-11-05T09:00:00Z') },
      [0, 1],
    ]);
  });

  it('in another hall tells who comes there, and with another address who attends online', async () => {
    const event = await events.event({ title: 'Hybride', mode: 'HYBRID', online_url: 'https://a.example' });
    const people = await events.people(2);
    await events.register(event, people[0]!);
    await events.register(event, people[1]!, { mode: 'ONLINE' });
    const told = () => subjectsOf(people, 'Tijd of plaats gewijzigd: Hybride');
    await change('updateEvent', { id: event.id, expectedVersion: 1, venue: { name: 'Stadsschouwburg' } });
    const byVenue = await told();
    await change('updateEvent', { id: event.id, expectedVersion: 2, onlineUrl: 'https://b.example' });
    const byAddress = await told();
    await change('updateEvent', { id: event.id, expectedVersion: 3, endsAt: '2026-12-10T17:00:00Z' });
    expect([byVenue, byAddress, await told()]).toEqual([
      [1, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  it('keeps the mode in which people registered, and the questions that they answered', async () => {
    const event = await events.event({ mode: 'HYBRID', capacity_on_site: 2 });
    const question = await events.events.question(event);
    const [person] = await events.people(1);
    await events.register(event, person!, { answers: [{ questionId: question.id, answer: 'ja' }] });
    await expect(
      change('updateEvent', { id: event.id, expectedVersion: 1, mode: 'ONLINE', capacityOnSite: null, venue: null }),
    ).rejects.toThrow('BAD_USER_INPUT');
    await expect(change('setEventQuestions', { id: event.id, expectedVersion: 1, questions: [] })).rejects.toThrow(
      'answered',
    );
  });
});

describe('a session', () => {
  it('that is cancelled ends its sign-ups and tells them, and leaves the registrations', async () => {
    const event = await events.event();
    const session = await events.session(event, { title: 'Werkwinkel', capacity: 1 });
    const people = await events.people(2);
    for (const { viewer } of await events.registrations(event, people)) await events.signUp(session, viewer);
    await change('cancelSession', { id: session.id, expectedVersion: 1 });
    expect([await events.statesOf(event), await signupsOf(session)]).toEqual([
      ['CONFIRMED', 'CONFIRMED'],
      ['CANCELLED', 'CANCELLED'],
    ]);
    expect(await subjectsOf(people, 'Gaat niet door: de sessie Werkwinkel')).toEqual([1, 1]);
  });

  it('with more places offers them to who waits', async () => {
    const event = await events.event();
    const session = await events.session(event, { capacity: 1 });
    for (const { viewer } of await events.registrations(event, await events.people(2)))
      await events.signUp(session, viewer);
    await change('updateSession', { id: session.id, expectedVersion: 1, capacity: 2 });
    expect(await signupsOf(session)).toEqual(['CONFIRMED', 'OFFERED']);
  });

  it('in a larger room offers its places to who waits', async () => {
    const event = await events.event();
    const room = await events.events.room(event, { capacity: 1 });
    const session = await events.session(event, { capacity: null, room_id: room.id });
    for (const { viewer } of await events.registrations(event, await events.people(2)))
      await events.signUp(session, viewer);
    await change('updateRoom', { id: room.id, expectedVersion: 1, capacity: 2 });
    expect(await signupsOf(session)).toEqual(['CONFIRMED', 'OFFERED']);
  });

  it('that moves tells who comes; who is elsewhere at its new time gives it up for the next in line', async () => {
    const event = await events.event({ capacity_on_site: 3 });
    const moving = await events.session(event, { title: 'Verhuist', capacity: 2 });
    const other = await events.session(event, {
      title: 'Blijft',
      starts_at: '2026-12-10T13:00:00Z',
      ends_at: '2026-12-10T14:00:00Z',
    });
    const people = await events.people(3);
    const registered = await events.registrations(event, people);
    await events.signUp(other, registered[0]!.viewer);
    for (const { viewer } of registered) await events.signUp(moving, viewer);
    const times = { startsAt: '2026-12-10T13:30:00Z', endsAt: '2026-12-10T14:30:00Z' };
    await change('moveSession', { id: moving.id, expectedVersion: 1, ...times });
    expect([await signupsOf(moving), await signupsOf(other)]).toEqual([
      ['CANCELLED', 'CONFIRMED', 'OFFERED'],
      ['CONFIRMED'],
    ]);
    expect([
      await subjectsOf(people, 'Uw plaats in de sessie is vervallen: Verhuist'),
      await subjectsOf(people, 'Gewijzigd: de sessie Verhuist'),
    ]).toEqual([
      [1, 0, 0],
      [0, 1, 1],
    ]);
  });

  it('whose offer would outlast its begin, once the event moves with its sessions, has a shorter one', async () => {
    const event = await events.event({ offer_hours: 720 });
    const session = await events.session(event, { capacity: 1 });
    const registered = await events.registrations(event, await events.people(2));
    for (const { viewer } of registered) await events.signUp(session, viewer);
    await on.sql(
      `update session_signup set state = 'OFFERED', offered_at = now(), offer_expires_at = '2026-12-10T10:00:00Z'
        where session_id = $1 and state = 'CONFIRMED'`,
      [session.id],
    );
    const times = { startsAt: '2026-12-01T09:00:00Z', endsAt: '2026-12-01T16:00:00Z' };
    await change('updateEvent', { id: event.id, expectedVersion: 1, ...times, moveSessions: true });
    const offers = await on.sql(
      `select offer_expires_at from session_signup where session_id = $1 and state = 'OFFERED'`,
      [session.id],
    );
    expect(offers).toEqual([{ offer_expires_at: new Date('2026-12-01T10:00:00Z') }]);
  });

  it('to which an invitation is withdrawn frees the place for the next', async () => {
    const event = await events.event();
    const session = await events.events.privateSession(event, {
      starts_at: '2026-12-10T10:00:00Z',
      ends_at: '2026-12-10T11:00:00Z',
      title: 'Netwerk',
      capacity: 1,
      signup_required: true,
    });
    const people = await events.people(2);
    const invitation = await events.events.invitation(session, people[0]!);
    await events.events.invitation(session, people[1]!);
    for (const { viewer } of await events.registrations(event, people)) await events.signUp(session, viewer);
    await change('withdrawInvitation', { id: invitation.id });
    expect([await signupsOf(session), await subjectsOf(people, 'Uw uitnodiging is ingetrokken: Netwerk')]).toEqual([
      ['CANCELLED', 'OFFERED'],
      [1, 0],
    ]);
  });
});
