import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { Given, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { ACCEPT, CANCEL, CHANGE_MODE, GivenRegistration, seen } from '../../../test/given-registration.js';
import { readCalendar } from '../../../test/ics.js';
import { KeptCalendars } from '../../../test/kept-calendars.js';

let on: TestSubgraph;
let given: Given;
let registrations: GivenRegistration;
let clerk: Viewer;
let calendars: KeptCalendars;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  registrations = new GivenRegistration(on);
  clerk = staff(await given.person());
  calendars = await KeptCalendars.of(on);
});

const cancelEvent = ({ id }: Row) =>
  on.as(clerk).run('mutation ($input: CancelEventInput!) { cancelEvent(input: $input) { userErrors { message } } }', {
    input: { id, expectedVersion: 1, reason: 'Ziekte' },
  });

const updateEvent = async ({ id }: Row, changes: object): Promise<void> => {
  const { data } = await on
    .as(clerk)
    .run('mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { userErrors { message } } }', {
      input: { id, expectedVersion: 1, ...changes },
    });
  expect(data.updateEvent.userErrors).toEqual([]);
};

describe('the mail about a registration', () => {
  it('puts a confirmed place online into the calendar, with the address to attend', async () => {
    const person = await given.person();
    const event = await registrations.event({ title: 'Kennisdag', mode: 'HYBRID', online_url: 'https://a.example' });
    await registrations.registrations(event, [person], { mode: 'ONLINE' });
    expect(await calendars.of(person)).toMatchObject([
      {
        type: 'text/calendar; charset=utf-8; method=PUBLISH',
        method: 'PUBLISH',
        uid: event.id,
        summary: 'Kennisdag',
        status: 'CONFIRMED',
        sequence: 0,
        description: 'Online: https://a.example',
        location: 'De Factorij',
        start: 'Europe/Brussels 2026-12-10T10:00:00',
      },
    ]);
  });

  it('keeps the address online from who comes on site, until the place is one online', async () => {
    const person = await given.person();
    const event = await registrations.event({ mode: 'HYBRID', venue_name: null, online_url: 'https://a.example' });
    const [place] = await registrations.registrations(event, [person]);
    await registrations.signUp(await registrations.session(event), place!.viewer);
    const onSite = await calendars.of(person);
    await registrations.ask(place!.viewer, CHANGE_MODE, { ...seen(place!), mode: 'ONLINE' });
    const after = (await calendars.of(person)).filter(({ location }) => location === 'https://a.example');
    expect([onSite.map(({ uid, location }) => [uid, location]), after.map(({ uid }) => uid)]).toEqual([
      [
        [event.id, null],
        [expect.stringMatching(/^session/), null],
      ],
      [event.id],
    ]);
    expect(JSON.stringify(onSite)).not.toContain('a.example');
  });

  it('puts nothing into the calendar of who waits', async () => {
    const [first, second] = [await given.person(), await given.person()];
    await registrations.registrations(await registrations.event({ capacity_on_site: 1 }), [first, second]);
    expect([await calendars.of(first), await calendars.of(second)]).toEqual([[expect.anything()], []]);
  });

  it('puts an offered place there as tentative, and as confirmed once it is accepted', async () => {
    const [first, second] = [await given.person(), await given.person()];
    const event = await registrations.event({ capacity_on_site: 1, mode: 'HYBRID', online_url: 'https://a.example' });
    const [place, waiting] = await registrations.registrations(event, [first, second]);
    await on.as(signedIn(first)).run(CANCEL, { input: seen(place!) });
    const offered = await calendars.of(second);
    const [{ version } = { version: 0 }] = await on.sql<{ version: number }>(
      'select version from registration where id = $1',
      [waiting!.id],
    );
    await on.as(signedIn(second)).run(ACCEPT, { input: { id: waiting!.id, expectedVersion: version } });
    const statuses = (await calendars.of(second)).map(({ status }) => status).toSorted();
    expect([offered, statuses]).toMatchObject([
      [{ method: 'PUBLISH', status: 'TENTATIVE', description: null }],
      ['CONFIRMED', 'TENTATIVE'],
    ]);
  });

  it('takes a place that was given up out of the calendar', async () => {
    const person = await given.person();
    const event = await registrations.event();
    const [place] = await registrations.registrations(event, [person]);
    await on.as(signedIn(person)).run(CANCEL, { input: seen(place!) });
    const cancelled = (await calendars.of(person)).filter(({ method }) => method === 'CANCEL');
    expect(cancelled).toMatchObject([{ uid: event.id, status: 'CANCELLED', sequence: 0 }]);
  });

  it('takes a cancelled event out of the calendar, with a higher sequence', async () => {
    const person = await given.person();
    const event = await registrations.event();
    await registrations.registrations(event, [person]);
    await cancelEvent(event);
    const cancelled = (await calendars.of(person)).filter(({ method }) => method === 'CANCEL');
    expect(cancelled).toMatchObject([{ uid: event.id, status: 'CANCELLED', sequence: 1, description: 'Ziekte' }]);
  });

  it('moves the entry along with the event, over the change to summer time: same UID, higher sequence, same hour', async () => {
    const person = await given.person();
    const times = { starts_at: '2027-03-27T08:00:00Z', ends_at: '2027-03-27T16:00:00Z' };
    const event = await registrations.event(times);
    const session = await registrations.session(event, {
      starts_at: '2027-03-27T09:00:00Z',
      ends_at: '2027-03-27T10:00:00Z',
    });
    const [place] = await registrations.registrations(event, [person]);
    await registrations.signUp(session, place!.viewer);
    // from the day before the clock changes to the day on which it does
    const moved = { startsAt: '2027-03-28T07:00:00Z', endsAt: '2027-03-28T15:00:00Z', moveSessions: true };
    await updateEvent(event, moved);
    const entries = (await calendars.of(person)).filter(({ subject }) => subject.startsWith('Tijd of plaats'));
    expect(entries.toSorted((one, other) => one.startsAt.localeCompare(other.startsAt))).toMatchObject([
      {
        method: 'PUBLISH',
        uid: event.id,
        sequence: 1,
        status: 'CONFIRMED',
        start: 'Europe/Brussels 2027-03-28T09:00:00',
        startsAt: '2027-03-28T07:00:00.000Z',
      },
      // once for its own new time, once for that of its event
      { uid: session.id, sequence: 2, status: 'CONFIRMED', start: 'Europe/Brussels 2027-03-28T10:00:00' },
    ]);
  });

  it('carries the same entry as the calendar on the web, so that programs see one appointment', async () => {
    const person = await given.person();
    const event = await registrations.event();
    const [place] = await registrations.registrations(event, [person]);
    await updateEvent(event, { startsAt: '2026-12-10T09:30:00Z' });
    const path = `/calendar/events/${event.slug}.ics`;
    const request = { method: 'GET', path, query: {}, viewer: place!.viewer, requestId: 'test' } as const;
    const web = await on.subgraph.document!(request);
    const { uid, sequence, startsAt } = readCalendar(String(web!.body)).entries[0]!;
    const mailed = (await calendars.of(person)).find(({ subject }) => subject.startsWith('Tijd of plaats'));
    expect(mailed).toMatchObject({ uid, sequence, startsAt });
  });

  it('takes the sessions out of the calendar together with the place at the event', async () => {
    const person = await given.person();
    const event = await registrations.event();
    const session = await registrations.session(event);
    const [place] = await registrations.registrations(event, [person]);
    await registrations.signUp(session, place!.viewer);
    await on.as(signedIn(person)).run(CANCEL, { input: seen(place!) });
    const cancelled = (await calendars.of(person)).filter(({ method }) => method === 'CANCEL');
    expect(cancelled.map(({ uid }) => uid).toSorted()).toEqual([event.id, session.id].toSorted());
  });

  it('takes the sessions of a cancelled event out of the calendar with it', async () => {
    const person = await given.person();
    const event = await registrations.event();
    const session = await registrations.session(event);
    const [place] = await registrations.registrations(event, [person]);
    await registrations.signUp(session, place!.viewer);
    await cancelEvent(event);
    const cancelled = (await calendars.of(person)).filter(({ method }) => method === 'CANCEL');
    expect(cancelled.map(({ uid, sequence }) => [uid, sequence]).toSorted()).toEqual(
      [
        [event.id, 1],
        [session.id, 1],
      ].toSorted(),
    );
  });
});
