import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { Given, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { type GivenRegistered, GivenRegistration, seen } from '../../../test/given-registration.js';

let on: TestSubgraph;
let given: Given;
let events: GivenRegistration;
let doorkeeper: Viewer;
let event: Row;
let session: Row;
let registered: GivenRegistered[];

const AT_SESSION = `mutation ($input: CheckInAtSessionInput!) { checkInAtSession(input: $input) {
  signup { id version state } userErrors { code field message } } }`;
const UNDO_AT_SESSION = `mutation ($input: UndoSessionCheckInInput!) { undoSessionCheckIn(input: $input) {
  signup { id version state checkedInAt registration { state } } userErrors { code field message } } }`;
const UNDO = `mutation ($input: UndoCheckInInput!) { undoCheckIn(input: $input) {
  registration { state } userErrors { code field message } } }`;

const early = '2026-12-10T09:40:00Z';
const during = '2026-12-10T10:10:00Z';

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  events = new GivenRegistration(on);
  doorkeeper = staff(await given.person());
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  event = await events.event({ capacity_on_site: 3 });
  session = await events.session(event, { capacity: 1 });
  registered = await events.registrations(event, await events.people(3));
});

const statesThere = (of = session): Promise<string[]> => events.statesOf(of, 'session_signup', 'session_id');

const letIn = async ({ ticketCode, viewer }: GivenRegistered, of = session): Promise<GivenRegistered> => {
  const { signup } = await events.ask(doorkeeper, AT_SESSION, { sessionId: of.id, ticketCode });
  return { ...signup, viewer };
};

/** Refused with this code, and nothing was written. */
async function expectRefusal(by: Viewer, input: object, [code, field]: [code: string, field?: string[]]) {
  const before = await statesThere();
  expect(await on.as(by).run(UNDO_AT_SESSION, { input })).toHaveUserError(code, field);
  expect(await statesThere()).toEqual(before);
}

describe('a check-in at a session that was a mistake', () => {
  it('is taken back: who signed up has the place again, stays present at the event, and can be let in later', async () => {
    await events.signUp(session, registered[0]!.viewer);
    on.clock.set(during);
    const { signup } = await events.ask(doorkeeper, UNDO_AT_SESSION, seen(await letIn(registered[0]!)));
    expect(signup).toMatchObject({ state: 'CONFIRMED', checkedInAt: null, registration: { state: 'ATTENDED' } });
    expect(await letIn(registered[0]!)).toMatchObject({ id: signup.id, state: 'ATTENDED' });
  });

  it('leaves no place to who never signed up, in no two sessions at once: it goes to who waits', async () => {
    const other = await events.session(event, { capacity: 1 });
    await events.signUp(session, registered[0]!.viewer);
    on.clock.set(early);
    const inTheWrongRoom = await letIn(registered[1]!, other);
    await events.signUp(other, registered[2]!.viewer);
    expect(await statesThere(other)).toEqual(['CONFIRMED', 'WAITLISTED']);
    const { signup } = await events.ask(doorkeeper, UNDO_AT_SESSION, seen(inTheWrongRoom));
    expect([signup.state, await statesThere(other)]).toEqual(['CANCELLED', ['CANCELLED', 'OFFERED']]);
  });

  it('is taken back at all sessions with that at the event', async () => {
    const open = await events.session(event, { signup_required: false });
    await events.signUp(session, registered[0]!.viewer);
    on.clock.set(during);
    for (const one of [session, open]) await letIn(registered[0]!, one);
    const { version } = (await on.sql('select version from registration where id = $1', [registered[0]!.id]))[0]!;
    await events.ask(doorkeeper, UNDO, { id: registered[0]!.id, expectedVersion: version });
    expect([await events.statesOf(event), await statesThere(), await statesThere(open)]).toEqual([
      ['CONFIRMED', 'CONFIRMED', 'CONFIRMED'],
      ['CONFIRMED'],
      ['CANCELLED'],
    ]);
  });

  it('gives no place back in what was called off meanwhile', async () => {
    await events.signUp(session, registered[0]!.viewer);
    on.clock.set(during);
    const input = seen(await letIn(registered[0]!));
    await on.sql(`update event_session set status = 'CANCELLED' where id = $1`, [session.id]);
    const { signup } = await events.ask(doorkeeper, UNDO_AT_SESSION, input);
    expect(signup.state).toBe('CANCELLED');
    const { version } = (await on.sql('select version from registration where id = $1', [registered[0]!.id]))[0]!;
    await on.sql(`update event set status = 'CANCELLED', cancellation_reason = 'Storm' where id = $1`, [event.id]);
    const undo = { id: registered[0]!.id, expectedVersion: version };
    expect(await on.as(doorkeeper).run(UNDO, { input: undo })).toHaveUserError('INVALID_STATE');
    expect((await events.statesOf(event))[0]).toBe('ATTENDED');
  });

  it('is taken back by the coordinator at a meeting of the circle', async () => {
    const [circle, coordinator] = [await given.circle(), await given.person()];
    await given.coordinator(circle, coordinator);
    await on.sql(`update event set series = 'CIRCLE_MEETING', circle_id = $2 where id = $1`, [event.id, circle.id]);
    on.clock.set(during);
    const { signup } = await events.ask(signedIn(coordinator), UNDO_AT_SESSION, seen(await letIn(registered[0]!)));
    expect(signup.state).toBe('CANCELLED');
  });

  it('is taken back by nobody else, in the version that was seen, and once', async () => {
    await events.signUp(session, registered[0]!.viewer);
    on.clock.set(during);
    const input = seen(await letIn(registered[0]!));
    await expectRefusal(registered[0]!.viewer, input, ['FORBIDDEN']);
    await expectRefusal(registered[1]!.viewer, input, ['NOT_FOUND', ['id']]);
    await expectRefusal(doorkeeper, { ...input, expectedVersion: 1 }, ['CONFLICT']);
    await expectRefusal(doorkeeper, { id: newId('signup'), expectedVersion: 1 }, ['NOT_FOUND', ['id']]);
    const { signup } = await events.ask(doorkeeper, UNDO_AT_SESSION, input);
    await expectRefusal(doorkeeper, seen(signup), ['INVALID_STATE']);
  });

  it('stays while a certificate rests on it', async () => {
    await events.signUp(session, registered[0]!.viewer);
    on.clock.set(during);
    const input = seen(await letIn(registered[0]!));
    await on.sql('update event set certificate_hours = 4, certificate_minimum_sessions = 1 where id = $1', [event.id]);
    on.clock.set('2026-12-11T09:00:00Z');
    const ISSUE = `mutation ($input: IssueCertificatesInput!) { issueCertificates(input: $input) { issued userErrors { code message } } }`;
    expect((await events.ask(doorkeeper, ISSUE, { eventId: event.id }))['issued']).toBe(1);
    await expectRefusal(doorkeeper, input, ['INVALID_STATE']);
  });
});
