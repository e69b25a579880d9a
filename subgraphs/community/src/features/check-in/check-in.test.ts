import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { createDataSource } from '@lokaal/shared/database';
import { closeBeforeDropping } from '../../../../../shared/test/database.js';
import { employee, Given, type GivenPerson, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { CANCEL, type GivenRegistered, GivenRegistration, seen } from '../../../test/given-registration.js';
import { anotherUpkeep, linking } from '../../../test/other-process.js';
import { communityEntities } from '../../schema.js';
import { EventTurnstile } from '../waiting-list/event-turnstile.js';
import { AttendanceService } from './attendance.service.js';

let on: TestSubgraph;
let given: Given;
let events: GivenRegistration;
let attendance: AttendanceService;
let doorkeeper: Viewer;
let event: Row;
let people: GivenPerson[];
let registered: GivenRegistered[];

const CHECK_IN = `mutation ($input: CheckInInput!) { checkIn(input: $input) {
  registration { id version state checkedInAt } userErrors { code field message } } }`;
const UNDO = `mutation ($input: UndoCheckInInput!) { undoCheckIn(input: $input) {
  registration { id state checkedInAt } userErrors { code field message } } }`;
const AT_SESSION = `mutation ($input: CheckInAtSessionInput!) { checkInAtSession(input: $input) {
  signup { id state checkedInAt registration { state } } userErrors { code field message } } }`;
const NO_SHOWS = `mutation ($input: MarkNoShowsInput!) { markNoShows(input: $input) {
  event { id } count userErrors { code field message } } }`;
const ATTENDED = NO_SHOWS.replaceAll('arkNoShows', 'arkAttended').replace('MarkNoShowsInput', 'MarkAttendedInput');

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  events = new GivenRegistration(on);
  doorkeeper = staff(await given.person());
  const db = await createDataSource({
    url: on.urls.server,
    applicationName: 'job',
    max: 2,
    entities: communityEntities,
  });
  closeBeforeDropping(() => db.destroy());
  const dependencies = { db, clock: on.clock, mailWaits: () => undefined, ...linking };
  attendance = new AttendanceService(dependencies, new EventTurnstile(dependencies));
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  event = await events.event();
  people = await events.people(3);
  await on.sql(`update person set name = 'Deelnemer Zwaluw' where id = $1`, [people[1]!.id]);
  registered = await events.registrations(event, people);
  on.clock.set('2026-12-10T09:10:00Z');
});

/** The list of who registered, as somebody sees it. */
async function namesFor(viewer: Viewer, asked: object, at = event): Promise<{ id: string; personName: string }[]> {
  const query = `query ($id: ID!, $search: String, $orderBy: [RegistrationOrder!]) { event(id: $id) {
    registrations(search: $search, orderBy: $orderBy) { totalCount nodes { id personName person { name } } } } }`;
  const { data } = await on.as(viewer).run(query, { id: at.id, ...asked });
  expect(data.event.registrations.totalCount).toBe(data.event.registrations.nodes.length);
  return data.event.registrations.nodes;
}

const checkIn = (ticketCode: string, viewer = doorkeeper, at = event) =>
  on.as(viewer).run(CHECK_IN, { input: { eventId: at.id, ticketCode } });

/** Refused with this code, and nothing was written. */
async function expectRefusal(answer: Promise<unknown>, code: string, field?: string[]): Promise<void> {
  const before = await events.statesOf(event);
  expect(await answer).toHaveUserError(code, field);
  expect(await events.statesOf(event)).toEqual(before);
}

describe('checking in', () => {
  it('by ticket code makes somebody present', async () => {
    const { data } = await checkIn(registered[0]!.ticketCode);
    expect(data.checkIn.registration).toMatchObject({ state: 'ATTENDED', checkedInAt: '2026-12-10T09:10:00.000Z' });
  });

  it('forgives how a ticket code is typed', async () => {
    const typed = ` ${registered[0]!.ticketCode.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').match(/.{4}/g)!.join(' ')}`;
    expect((await checkIn(typed)).data.checkIn.registration.id).toBe(registered[0]!.id);
  });

  it('of who left the ticket at home goes by the name in the list', async () => {
    const [found] = await namesFor(doorkeeper, { search: 'Deelnemr Zwaluw' });
    expect(found).toMatchObject({ id: registered[1]!.id, personName: 'Deelnemer Zwaluw' });
    const { data } = await on.as(doorkeeper).run(CHECK_IN, { input: { eventId: event.id, registrationId: found!.id } });
    expect(data.checkIn.registration.state).toBe('ATTENDED');
  });

  it('wants a ticket code or a registration of the event, not both or none', async () => {
    const run = (input: object) => on.as(doorkeeper).run(CHECK_IN, { input: { eventId: event.id, ...input } });
    const { id: registrationId, ticketCode } = registered[0]!;
    await expectRefusal(run({}), 'BAD_USER_INPUT', ['ticketCode']);
    await expectRefusal(run({ registrationId, ticketCode }), 'BAD_USER_INPUT', ['ticketCode']);
    await expectRefusal(run({ registrationId: newId('registration') }), 'NOT_FOUND', ['registrationId']);
  });

  it('counts who came in so far, also before it starts', async () => {
    on.clock.set('2026-12-10T08:30:00Z');
    await checkIn(registered[0]!.ticketCode);
    const query = 'query ($id: ID!) { event(id: $id) { attendance { registered checkedIn attended } } }';
    expect((await on.as(doorkeeper).run(query, { id: event.id })).data.event.attendance).toEqual({
      registered: 2,
      checkedIn: 1,
      attended: 0,
    });
  });

  it('twice is refused, and tells when it was', async () => {
    await checkIn(registered[0]!.ticketCode);
    on.clock.set('2026-12-10T09:30:00Z');
    const { data } = await checkIn(registered[0]!.ticketCode);
    expect(data.checkIn.userErrors).toEqual([
      {
        code: 'INVALID_STATE',
        field: null,
        message: expect.stringMatching(/already, on Thursday,? 10 December 2026 at 10:10\.$/),
      },
    ]);
  });

  it('by two scanners at once lets the person in once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => checkIn(registered[0]!.ticketCode)));
    expect(answers.filter(({ data }) => data.checkIn.registration).length).toBe(1);
  });

  it('is possible from two hours before the start, and counts as present from the start on', async () => {
    on.clock.set('2026-12-10T06:59:59Z');
    await expectRefusal(checkIn(registered[0]!.ticketCode), 'INVALID_STATE');
    on.clock.set('2026-12-10T07:00:00Z');
    const { data } = await checkIn(registered[0]!.ticketCode);
    await attendance.settle();
    const early = await events.statesOf(event);
    on.clock.set('2026-12-10T09:00:00Z');
    await attendance.settle();
    expect([data.checkIn.registration.state, early[0], (await events.statesOf(event))[0]]).toEqual([
      'CONFIRMED',
      'CONFIRMED',
      'ATTENDED',
    ]);
  });

  it('is refused to who waits for a place', async () => {
    await expectRefusal(checkIn(registered[2]!.ticketCode), 'INVALID_STATE');
  });

  it('lets in who waits once it has begun and a place is free: none is offered any more', async () => {
    await on.sql('update event set capacity_on_site = 3 where id = $1', [event.id]);
    on.clock.set('2026-12-10T08:59:59Z');
    await expectRefusal(checkIn(registered[2]!.ticketCode), 'INVALID_STATE');
    on.clock.set('2026-12-10T09:00:00Z');
    const { data } = await checkIn(registered[2]!.ticketCode);
    expect(data.checkIn.registration.state).toBe('ATTENDED');
  });

  it('lets in whose offer ended because it began, as who waits; one that ended before is over', async () => {
    on.clock.set('2026-12-10T08:00:00Z');
    const [late] = await events.registrations(event, await events.people(1));
    for (const one of registered.slice(0, 2)) await events.ask(one.viewer, CANCEL, seen(one));
    await on.sql(`update registration set offer_expires_at = '2026-12-10T08:59:00Z' where id = $1`, [late!.id]);
    on.clock.set('2026-12-10T09:00:00Z');
    await (await anotherUpkeep(on)).settle();
    expect((await events.statesOf(event)).slice(2)).toEqual(['OFFER_EXPIRED', 'OFFER_EXPIRED']);
    const { data } = await checkIn(registered[2]!.ticketCode);
    expect(data.checkIn.registration.state).toBe('ATTENDED');
    await expectRefusal(checkIn(late!.ticketCode), 'INVALID_STATE');
  });

  it('is refused with a ticket that was cancelled, of another event, or of nobody', async () => {
    on.clock.set('2026-12-10T08:00:00Z');
    await events.ask(registered[0]!.viewer, CANCEL, seen(registered[0]!));
    await expectRefusal(checkIn(registered[0]!.ticketCode), 'INVALID_STATE');
    const other = await events.event();
    await expectRefusal(checkIn(registered[1]!.ticketCode, doorkeeper, other), 'NOT_FOUND', ['ticketCode']);
    await expectRefusal(checkIn('0'.repeat(24)), 'NOT_FOUND', ['ticketCode']);
    await expectRefusal(checkIn('geen code'), 'BAD_USER_INPUT', ['ticketCode']);
  });

  it('is what staff does, not the participant', async () => {
    await expectRefusal(checkIn(registered[0]!.ticketCode, registered[0]!.viewer), 'FORBIDDEN');
  });

  it('is done by the coordinator at a meeting of the circle, not of another one', async () => {
    on.clock.set('2026-11-02T09:00:00Z');
    const [circle, other] = [await given.circle(), await given.circle()];
    const [coordinator, stranger] = [await given.person(), await given.person()];
    await given.coordinator(circle, coordinator);
    await given.coordinator(other, stranger);
    const meeting = await events.event({ series: 'CIRCLE_MEETING', circle_id: circle.id });
    const { ticketCode } = await events.register(meeting, people[0]!);
    on.clock.set('2026-12-10T09:10:00Z');
    expect(await checkIn(ticketCode, signedIn(stranger), meeting)).toHaveUserError('FORBIDDEN');
    expect((await checkIn(ticketCode, signedIn(coordinator), meeting)).data.checkIn.registration.state).toBe(
      'ATTENDED',
    );
  });

  it('is undone when it was a mistake', async () => {
    const { data } = await checkIn(registered[0]!.ticketCode);
    const input = seen(data.checkIn.registration);
    await expectRefusal(on.as(registered[0]!.viewer).run(UNDO, { input }), 'FORBIDDEN');
    await expectRefusal(on.as(registered[1]!.viewer).run(UNDO, { input }), 'NOT_FOUND', ['id']);
    await expectRefusal(on.as(doorkeeper).run(UNDO, { input: { ...input, expectedVersion: 1 } }), 'CONFLICT');
    const undone = await on.as(doorkeeper).run(UNDO, { input });
    expect(undone.data.undoCheckIn.registration).toMatchObject({ state: 'CONFIRMED', checkedInAt: null });
    await expectRefusal(on.as(doorkeeper).run(UNDO, { input: { ...input, expectedVersion: 3 } }), 'INVALID_STATE');
  });
});

describe('the list at the door', () => {
  it('is in order of names, and follows who is called otherwise from now on', async () => {
    await on.sql(`update person set name = 'Deelnemer Aalscholver' where id = $1`, [people[2]!.id]);
    const byName = { orderBy: [{ field: 'PERSON_NAME', direction: 'ASC' }] };
    const names = (await namesFor(doorkeeper, byName)).map(({ personName }) => personName);
    expect(names.slice(1)).toEqual(['Deelnemer Aalscholver', 'Deelnemer Zwaluw']);
  });

  it('finds nobody for who may not see them, and names everybody to the coordinator of the circle that meets', async () => {
    on.clock.set('2026-11-02T09:00:00Z');
    const [circle, coordinator] = [await given.circle(), await given.person()];
    await given.coordinator(circle, coordinator);
    const meeting = await events.event({ series: 'CIRCLE_MEETING', circle_id: circle.id });
    await events.register(meeting, people[1]!);
    const found = await namesFor(signedIn(coordinator), { search: 'zwaluw' }, meeting);
    expect([found, await namesFor(registered[0]!.viewer, { search: 'zwaluw' }, meeting)]).toEqual([
      [{ id: expect.any(String), personName: 'Deelnemer Zwaluw', person: null }],
      [],
    ]);
  });

  describe('of whom somebody says something else than the name', () => {
    const idsFor = async (search: string, viewer = doorkeeper) =>
      (await namesFor(viewer, { search })).map(({ id }) => id);

    it('is found by the employer of that day, also under its new name, and not by one of before', async () => {
      const [here, before] = [people[0]!, people[1]!];
      const town = await given.authority({ legal_name: 'Gemeente Kraanvogel' });
      await given.employment(here, town);
      await given.employment(before, town, { to: '2026-12-10' });
      expect(await idsFor('kraanvogel')).toEqual([registered[0]!.id]);
      await on.sql(`update organisation set legal_name = 'Stad Ooievaar' where id = $1`, [town.id]);
      expect([await idsFor('kraanvogel'), await idsFor('stad ooievaar')]).toEqual([[], [registered[0]!.id]]);
      await on.sql(`update event set starts_at = '2026-12-09T09:00:00Z' where id = $1`, [event.id]);
      expect((await idsFor('ooievaar')).toSorted()).toEqual([registered[0]!.id, registered[1]!.id].toSorted());
      await on.sql(`update employment set to_date = '2026-12-09' where person_id = $1`, [here.id]);
      expect(await idsFor('ooievaar')).toEqual([registered[1]!.id]);
    });

    it('is found by e-mail address and ticket code, as they are now', async () => {
      await on.sql(`update person set email = 'kees.kraai@gemeente.example' where id = $1`, [people[2]!.id]);
      const { id, ticketCode } = registered[2]!;
      for (const text of ['kees.kraai@gemeente.example', 'Kees.Kraai@', ticketCode, ticketCode.toLowerCase()])
        expect([text, await idsFor(text)]).toEqual([text, [id]]);
    });

    it('is found so by staff only: others who see the registration are not told', async () => {
      on.clock.set('2026-11-02T09:00:00Z');
      const open = await given.person({ name: 'Deelnemer Roerdomp', consent_directory: true });
      await given.employment(open, await given.authority({ legal_name: 'Gemeente Kraanvogel' }));
      event = await events.event();
      const { id, ticketCode } = await events.register(event, open);
      const colleague = employee(await given.person(), await given.authority());
      expect(await idsFor('roerdomp', colleague)).toEqual([id]);
      for (const text of ['kraanvogel', ticketCode, open.email])
        expect([text, await idsFor(text), await idsFor(text, colleague)]).toEqual([text, [id], []]);
    });
  });

  it('keeps no name of who was erased', async () => {
    await on.sql('delete from person where id = $1', [people[1]!.id]);
    expect((await namesFor(doorkeeper, {})).map(({ personName }) => personName)).toContain('');
  });
});

describe('checking in at a session', () => {
  const atSession = (session: Row, ticketCode: string) =>
    on.as(doorkeeper).run(AT_SESSION, { input: { sessionId: session.id, ticketCode } });

  it('makes who signed up present there, and at the event', async () => {
    on.clock.set('2026-11-02T09:00:00Z');
    const session = await events.session(event);
    await events.signUp(session, registered[0]!.viewer);
    on.clock.set('2026-12-10T10:00:00Z');
    const { data } = await atSession(session, registered[0]!.ticketCode);
    expect(data.checkInAtSession.signup).toMatchObject({ state: 'ATTENDED', registration: { state: 'ATTENDED' } });
    expect(await atSession(session, registered[0]!.ticketCode)).toHaveUserError('INVALID_STATE');
  });

  it('lets others in while there are places, and never one too many', async () => {
    const session = await events.session(event, { capacity: 1, signup_required: false });
    on.clock.set('2026-12-10T10:05:00Z');
    const answers = await Promise.all(registered.slice(0, 2).map(({ ticketCode }) => atSession(session, ticketCode)));
    expect(answers.filter(({ data }) => data.checkInAtSession.signup)).toHaveLength(1);
    expect(await events.statesOf(session, 'session_signup', 'session_id')).toEqual(['ATTENDED']);
  });

  it('lets in who waits once it has begun and a place is free', async () => {
    on.clock.set('2026-11-02T09:00:00Z');
    const session = await events.session(event, { capacity: 1 });
    for (const { viewer } of registered.slice(0, 2)) await events.signUp(session, viewer);
    await on.sql('update event_session set capacity = 2 where id = $1', [session.id]);
    on.clock.set('2026-12-10T09:59:00Z');
    expect(await atSession(session, registered[1]!.ticketCode)).toHaveUserError('INVALID_STATE');
    on.clock.set('2026-12-10T10:00:00Z');
    const { data } = await atSession(session, registered[1]!.ticketCode);
    expect(data.checkInAtSession.signup.state).toBe('ATTENDED');
  });

  it('is refused to who waits for a place, and before the door opens', async () => {
    on.clock.set('2026-11-02T09:00:00Z');
    const session = await events.session(event, { capacity: 1 });
    for (const { viewer } of registered.slice(0, 2)) await events.signUp(session, viewer);
    on.clock.set('2026-12-10T09:29:00Z');
    expect(await atSession(session, registered[0]!.ticketCode)).toHaveUserError('INVALID_STATE');
    on.clock.set('2026-12-10T10:00:00Z');
    expect(await atSession(session, registered[1]!.ticketCode)).toHaveUserError('INVALID_STATE');
  });
});

describe('who was there', () => {
  const markAttended = (ids: readonly string[], viewer = doorkeeper) =>
    on.as(viewer).run(ATTENDED, { input: { eventId: event.id, registrationIds: ids } });
  const idsOf = (...indexes: number[]) => indexes.map((index) => registered[index]!.id);

  it('at a webinar is noted for many at once, and once', async () => {
    await checkIn(registered[0]!.ticketCode);
    on.clock.set('2026-12-10T10:00:00Z');
    const { data } = await markAttended(idsOf(0, 1));
    expect([data.markAttended.count, await events.statesOf(event)]).toEqual([
      1,
      ['ATTENDED', 'ATTENDED', 'WAITLISTED'],
    ]);
    expect((await markAttended(idsOf(0, 1))).data.markAttended.count).toBe(0);
    const times = await on.sql('select checked_in_at from registration where event_id = $1 order by arrival', [
      event.id,
    ]);
    expect(times.slice(0, 2)).toEqual([
      { checked_in_at: new Date('2026-12-10T09:10:00Z') },
      { checked_in_at: new Date('2026-12-10T10:00:00Z') },
    ]);
  });

  it('is noted for all that are named, or for nobody', async () => {
    await expectRefusal(markAttended(idsOf(0, 2)), 'BAD_USER_INPUT', ['registrationIds', '1']);
    await expectRefusal(markAttended([...idsOf(0), newId('registration')]), 'NOT_FOUND', ['registrationIds', '1']);
    await expectRefusal(markAttended([]), 'BAD_USER_INPUT', ['registrationIds']);
    await expectRefusal(markAttended(idsOf(0, 0)), 'BAD_USER_INPUT', ['registrationIds']);
  });

  it('is not noted before it has begun, or by the participants', async () => {
    await expectRefusal(markAttended(idsOf(0), registered[0]!.viewer), 'FORBIDDEN');
    on.clock.set('2026-12-10T08:59:59Z');
    await expectRefusal(markAttended(idsOf(0)), 'INVALID_STATE');
  });
});

describe('who did not come', () => {
  const markNoShows = (viewer: Viewer, { id } = event) => on.as(viewer).run(NO_SHOWS, { input: { eventId: id } });

  it('to a meeting of a circle is noted by its coordinator', async () => {
    on.clock.set('2026-11-02T09:00:00Z');
    const [circle, coordinator] = [await given.circle(), await given.person()];
    await given.coordinator(circle, coordinator);
    const meeting = await events.event({ series: 'CIRCLE_MEETING', circle_id: circle.id });
    await events.register(meeting, people[0]!);
    on.clock.set('2026-12-10T09:10:00Z');
    expect((await markNoShows(signedIn(coordinator), meeting)).data.markNoShows.count).toBe(1);
  });

  it('is noted by staff once it has begun', async () => {
    await checkIn(registered[0]!.ticketCode);
    const { data } = await markNoShows(doorkeeper);
    expect([data.markNoShows.count, await events.statesOf(event)]).toEqual([1, ['ATTENDED', 'NO_SHOW', 'WAITLISTED']]);
  });

  it('is not noted before it has begun, or by others', async () => {
    await expectRefusal(markNoShows(registered[0]!.viewer), 'FORBIDDEN');
    on.clock.set('2026-12-10T08:59:59Z');
    await expectRefusal(markNoShows(doorkeeper), 'INVALID_STATE');
  });

  it('is noted by itself after the end, where people were checked in', async () => {
    const unattended = await (async () => {
      on.clock.set('2026-11-02T09:00:00Z');
      const other = await events.event();
      await events.register(other, people[0]!);
      on.clock.set('2026-12-10T09:10:00Z');
      return other;
    })();
    await checkIn(registered[0]!.ticketCode);
    await attendance.settle();
    const during = await events.statesOf(event);
    on.clock.set('2026-12-10T16:00:00Z');
    await Promise.all([attendance.settle(), attendance.settle()]);
    expect([during, await events.statesOf(event), await events.statesOf(unattended)]).toEqual([
      ['ATTENDED', 'CONFIRMED', 'WAITLISTED'],
      ['ATTENDED', 'NO_SHOW', 'NOT_PLACED'],
      ['CONFIRMED'],
    ]);
  });

  it('because there was no place, at the event or in a session, waits no longer after the end', async () => {
    on.clock.set('2026-11-02T09:00:00Z');
    const session = await events.session(event, { capacity: 1 });
    for (const { viewer } of registered.slice(0, 2)) await events.signUp(session, viewer);
    on.clock.set('2026-12-10T11:00:00Z');
    await attendance.settle();
    const [waited] = await on.sql('select state, version from session_signup where session_id = $1 and arrival = 2', [
      session.id,
    ]);
    expect([waited, (await events.statesOf(event))[2]]).toEqual([{ state: 'NOT_PLACED', version: 2 }, 'WAITLISTED']);
    on.clock.set('2026-12-10T16:00:00Z');
    await attendance.settle();
    expect((await events.statesOf(event))[2]).toBe('NOT_PLACED');
  });

  it('is noted as present later, when that was forgotten', async () => {
    await markNoShows(doorkeeper);
    on.clock.set('2026-12-11T09:00:00Z');
    expect((await checkIn(registered[1]!.ticketCode)).data.checkIn.registration.state).toBe('ATTENDED');
  });
});

describe('an event that is called off while it runs', () => {
  it('keeps who was there and who was not, ends what was to come, and tells everybody', async () => {
    on.clock.set('2026-12-01T09:00:00Z');
    const [morning, afternoon] = [
      await events.session(event),
      await events.session(event, { starts_at: '2026-12-10T13:00:00Z', ends_at: '2026-12-10T14:00:00Z' }),
    ];
    for (const { viewer } of registered.slice(0, 2))
      for (const session of [morning, afternoon]) await events.signUp(session, viewer);
    on.clock.set('2026-12-10T10:05:00Z');
    await on
      .as(doorkeeper)
      .run(AT_SESSION, { input: { sessionId: morning.id, ticketCode: registered[0]!.ticketCode } });
    on.clock.set('2026-12-10T12:00:00Z');
    await attendance.settle();
    const CANCEL_EVENT = `mutation ($input: CancelEventInput!) { cancelEvent(input: $input) { event { status } userErrors { code } } }`;
    const input = { id: event.id, expectedVersion: 1, reason: 'Er is brand in de zaal.' };
    expect(await on.as(doorkeeper).run(CANCEL_EVENT, { input })).toMatchObject({
      data: { cancelEvent: { event: { status: 'CANCELLED' }, userErrors: [] } },
    });
    const statesAt = (session: Row) => events.statesOf(session, 'session_signup', 'session_id');
    expect([await events.statesOf(event), await statesAt(morning), await statesAt(afternoon)]).toEqual([
      ['ATTENDED', 'CANCELLED', 'CANCELLED'],
      ['ATTENDED', 'NO_SHOW'],
      ['CANCELLED', 'CANCELLED'],
    ]);
    for (const person of people)
      expect((await events.mailsTo(person)).filter((subject) => subject.startsWith('Gaat niet door'))).toHaveLength(1);
  });
});
