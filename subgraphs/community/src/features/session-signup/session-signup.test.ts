import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { newId } from '@lokaal/shared/ids';
import { employee, Given, type GivenPerson, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import {
  ACCEPT_SIGNUP,
  CANCEL,
  CANCEL_SIGNUP,
  DECLINE_SIGNUP,
  type GivenRegistered,
  GivenRegistration,
  seen,
  SIGN_UP,
} from '../../../test/given-registration.js';
import { KeptMails } from '../../../test/kept-mails.js';
import { anotherUpkeep } from '../../../test/other-process.js';

let on: TestSubgraph;
let given: Given;
let events: GivenRegistration;
let mails: KeptMails;
let event: Row;
let people: GivenPerson[];
let registered: GivenRegistered[];

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  events = new GivenRegistration(on);
  mails = await KeptMails.of(on);
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  event = await events.event({ capacity_on_site: 10 });
  people = await events.people(4);
  registered = await events.registrations(event, people);
});

const statesOf = (session: Row) => events.statesOf(session, 'session_signup', 'session_id');
const signUp = (session: Row, viewer = registered[0]!.viewer) =>
  on.as(viewer).run(SIGN_UP, { input: { sessionId: session.id } });

/** Refused with this code, and nothing was written. */
async function expectRefusal(session: Row, answer: Promise<unknown>, code: string): Promise<void> {
  const before = await statesOf(session);
  expect(await answer).toHaveUserError(code);
  expect(await statesOf(session)).toEqual(before);
}

describe('signing up for a session', () => {
  it('confirms while there are places, then puts people on its waiting list', async () => {
    const session = await events.session(event);
    const signups = [];
    for (const { viewer } of registered) signups.push(await events.signUp(session, viewer));
    expect(signups.map(({ state, waitingPosition }) => [state, waitingPosition])).toEqual([
      ['CONFIRMED', null],
      ['CONFIRMED', null],
      ['WAITLISTED', 1],
      ['WAITLISTED', 2],
    ]);
  });

  it('tells who waits the place in line, and how long an offer stands', async () => {
    const ownEvent = await events.event({ capacity_on_site: 10, offer_hours: 24 });
    const session = await events.session(ownEvent, { capacity: 1 });
    for (const { viewer } of await events.registrations(ownEvent, people)) await events.signUp(session, viewer);
    const waiting = await Promise.all(people.slice(1).map(async ({ email }) => (await mails.to(email)).at(-1)!.text));
    expect(waiting.map((text) => /U staat nu op plaats (\d+) van de wachtlijst/u.exec(text)?.[1])).toEqual([
      '1',
      '2',
      '3',
    ]);
    expect(waiting[0]).toContain('U hebt dan 24 uur om ze te aanvaarden, en niet langer dan tot het begin');
    expect(waiting[0]).toContain('Afmelden voor de sessie:\nhttps://graph.example/registrations/cancel/');
  });

  it('counts the places of the room where the session names no number', async () => {
    const { id } = await events.events.room(event, { capacity: 1 });
    const session = await events.session(event, { capacity: null, room_id: id });
    const signups = [
      await events.signUp(session, registered[0]!.viewer),
      await events.signUp(session, registered[1]!.viewer),
    ];
    expect(signups.map(({ state }) => state)).toEqual(['CONFIRMED', 'WAITLISTED']);
  });

  it('is for who has a confirmed place at the event', async () => {
    const full = await events.event({ capacity_on_site: 1 });
    const [, waiting] = await events.registrations(full, people);
    const session = await events.session(full);
    await expectRefusal(session, signUp(session, waiting!.viewer), 'INVALID_STATE');
    await expectRefusal(session, signUp(session, signedIn(await given.person())), 'INVALID_STATE');
  });

  it('happens once', async () => {
    const session = await events.session(event);
    await events.signUp(session, registered[0]!.viewer);
    await expectRefusal(session, signUp(session), 'ALREADY_EXISTS');
  });

  it('sent again with the same key gives the first one', async () => {
    const session = await events.session(event);
    const input = { sessionId: session.id, idempotencyKey: 'sessie' };
    const first = await events.ask(registered[0]!.viewer, SIGN_UP, input);
    expect((await events.ask(registered[0]!.viewer, SIGN_UP, input)).signup.id).toBe(first.signup.id);
  });

  it.each([
    ['began', { starts_at: '2026-12-10T10:00:00Z' }, '2026-12-10T10:00:00Z'],
    ['was cancelled', { status: 'CANCELLED' }, '2026-11-02T09:00:00Z'],
    ['is open to everybody', { signup_required: false }, '2026-11-02T09:00:00Z'],
  ])('is refused when it %s', async (_when, columns, now) => {
    const session = await events.session(event, columns);
    on.clock.set(now);
    await expectRefusal(session, signUp(session), 'INVALID_STATE');
  });

  it('is refused while one takes part in another at the same time, not right before or after it', async () => {
    const [first, over, after] = [
      await events.session(event),
      await events.session(event, { starts_at: '2026-12-10T10:59:00Z', ends_at: '2026-12-10T12:00:00Z' }),
      await events.session(event, { starts_at: '2026-12-10T11:00:00Z', ends_at: '2026-12-10T12:00:00Z' }),
    ];
    await events.signUp(first, registered[0]!.viewer);
    await expectRefusal(over, signUp(over), 'INVALID_STATE');
    expect((await events.signUp(after, registered[0]!.viewer)).state).toBe('CONFIRMED');
  });

  it('of a private track is for who was invited and for the company that gives it; for others it does not exist', async () => {
    const company = await given.organisation();
    const { id } = await events.events.track(event, { kind: 'PRIVATE' });
    const session = await events.session(event, { track_id: id, vendor_organisation_id: company.id });
    await events.events.invitation(session, people[0]!);
    expect((await events.signUp(session, registered[0]!.viewer)).state).toBe('CONFIRMED');
    await given.employment(people[1]!, company);
    expect((await events.signUp(session, employee(people[1]!, company))).state).toBe('CONFIRMED');
    const answers = [await signUp(session, registered[2]!.viewer), await signUp({ id: newId('session') })];
    expect(answers[0]).toHaveUserError('NOT_FOUND', ['sessionId']);
    expect(answers[0]!.data).toEqual(answers[1]!.data);
  });
});

describe('a place in a session that comes free', () => {
  let session: Row;
  let signups: GivenRegistered[];

  beforeEach(async () => {
    session = await events.session(event, { title: 'Zero trust', capacity: 1 });
    signups = [];
    for (const { viewer } of registered.slice(0, 3)) signups.push(await events.signUp(session, viewer));
  });

  it('is offered to the next in line, who is told and accepts it', async () => {
    await events.ask(signups[0]!.viewer, CANCEL_SIGNUP, seen(signups[0]!));
    const { signup } = await events.ask(signups[1]!.viewer, ACCEPT_SIGNUP, { id: signups[1]!.id, expectedVersion: 2 });
    expect([signup.state, await statesOf(session), await events.mailsTo(people[1]!)]).toEqual([
      'CONFIRMED',
      ['CANCELLED', 'CONFIRMED', 'WAITLISTED'],
      [
        'Er is een plaats voor u in de sessie: Zero trust',
        'U bent ingeschreven voor de sessie: Zero trust',
        expect.stringContaining('U bent ingeschreven:'),
        'U staat op de wachtlijst van de sessie: Zero trust',
      ],
    ]);
  });

  it('goes on when it is declined', async () => {
    await events.ask(signups[0]!.viewer, CANCEL_SIGNUP, seen(signups[0]!));
    await events.ask(signups[1]!.viewer, DECLINE_SIGNUP, { id: signups[1]!.id, expectedVersion: 2 });
    expect(await statesOf(session)).toEqual(['CANCELLED', 'CANCELLED', 'OFFERED']);
  });

  it('goes on when the offer expires', async () => {
    await events.ask(signups[0]!.viewer, CANCEL_SIGNUP, seen(signups[0]!));
    on.clock.set('2026-11-04T09:00:00Z');
    await expectRefusal(
      session,
      on.as(signups[1]!.viewer).run(ACCEPT_SIGNUP, { input: { id: signups[1]!.id, expectedVersion: 2 } }),
      'INVALID_STATE',
    );
    await (await anotherUpkeep(on)).settle();
    expect([await statesOf(session), await events.mailsTo(people[1]!)]).toEqual([
      ['CANCELLED', 'OFFER_EXPIRED', 'OFFERED'],
      expect.arrayContaining(['Uw aangeboden plaats in de sessie is vervallen: Zero trust']),
    ]);
  });

  it('because a registration was cancelled goes to the next in line', async () => {
    await events.ask(registered[0]!.viewer, CANCEL, seen(registered[0]!));
    expect(await statesOf(session)).toEqual(['CANCELLED', 'OFFERED', 'WAITLISTED']);
  });

  it('because there are more of them now goes to who waits', async () => {
    await on.sql('update event_session set capacity = 2 where id = $1', [session.id]);
    await (await anotherUpkeep(on)).settle();
    expect(await statesOf(session)).toEqual(['CONFIRMED', 'OFFERED', 'WAITLISTED']);
  });

  it('is not accepted by who takes part in another session at that time', async () => {
    const other = await events.session(event);
    await events.signUp(other, signups[1]!.viewer);
    await events.ask(signups[0]!.viewer, CANCEL_SIGNUP, seen(signups[0]!));
    const input = { id: signups[1]!.id, expectedVersion: 2 };
    await expectRefusal(session, on.as(signups[1]!.viewer).run(ACCEPT_SIGNUP, { input }), 'INVALID_STATE');
  });
});

describe('a sign-up', () => {
  it('of others does not exist for who may not change it', async () => {
    const session = await events.session(event);
    const signup = await events.signUp(session, registered[0]!.viewer);
    const other = on.as(registered[1]!.viewer);
    await expectRefusal(
      session,
      other.run(CANCEL_SIGNUP, { input: { id: signup.id, expectedVersion: 9 } }),
      'NOT_FOUND',
    );
    await expectRefusal(
      session,
      other.run(CANCEL_SIGNUP, { input: { id: newId('signup'), expectedVersion: 1 } }),
      'NOT_FOUND',
    );
  });

  it('needs the version that was seen, and is cancelled until the session begins', async () => {
    const session = await events.session(event);
    const { id, viewer } = await events.signUp(session, registered[0]!.viewer);
    await expectRefusal(session, on.as(viewer).run(CANCEL_SIGNUP, { input: { id, expectedVersion: 2 } }), 'CONFLICT');
    on.clock.set('2026-12-10T10:00:00Z');
    await expectRefusal(
      session,
      on.as(viewer).run(CANCEL_SIGNUP, { input: { id, expectedVersion: 1 } }),
      'INVALID_STATE',
    );
  });

  it.each([
    ['signUpForSession', SIGN_UP, { sessionId: 'x' }, 'sessionId'],
    ['cancelSessionSignup', CANCEL_SIGNUP, { id: 'x', expectedVersion: 1 }, 'id'],
    ['acceptSessionOffer', ACCEPT_SIGNUP, { id: 'x', expectedVersion: 1 }, 'id'],
    ['declineSessionOffer', DECLINE_SIGNUP, { id: 'x', expectedVersion: 1 }, 'id'],
    [
      'cancelSessionSignup without a version',
      CANCEL_SIGNUP,
      { id: newId('signup'), expectedVersion: 0 },
      'expectedVersion',
    ],
  ])('of which the input is wrong is refused: %s', async (_name, mutation, input, field) => {
    expect(await on.as(registered[0]!.viewer).run(mutation, { input })).toHaveUserError('BAD_USER_INPUT', [field]);
  });

  it('without an offer is neither accepted nor declined', async () => {
    const session = await events.session(event);
    const { id, viewer } = await events.signUp(session, registered[0]!.viewer);
    for (const mutation of [ACCEPT_SIGNUP, DECLINE_SIGNUP])
      await expectRefusal(session, on.as(viewer).run(mutation, { input: { id, expectedVersion: 1 } }), 'INVALID_STATE');
  });

  it('is cancelled by staff too', async () => {
    const session = await events.session(event);
    const signup = await events.signUp(session, registered[0]!.viewer);
    const { signup: after } = await events.ask(staff(people[3]!), CANCEL_SIGNUP, seen(signup));
    expect(after.state).toBe('CANCELLED');
  });

  it('is read with its session, and how many places that has left', async () => {
    const session = await events.session(event, { title: 'Zero trust' });
    await events.signUp(session, registered[0]!.viewer);
    const query = `{ me { sessionSignups { nodes { state session { title places { capacity remaining full } mySignup { state } } } } } }`;
    const { data } = await on.as(registered[0]!.viewer).run(query);
    expect(data.me.sessionSignups.nodes).toEqual([
      {
        state: 'CONFIRMED',
        session: {
          title: 'Zero trust',
          places: { capacity: 2, remaining: 1, full: false },
          mySignup: { state: 'CONFIRMED' },
        },
      },
    ]);
  });

  it.each([
    ['of somebody without a place at the event', 'session_signup_of_participant', `'CONFIRMED'`, 'WAITLISTED'],
    ['in two sessions at once', 'session_signup_overlap', `'CONFIRMED'`, 'CONFIRMED'],
  ])('%s is refused by the database as well', async (_case, constraint, state, registrationState) => {
    const [first, second] = [await events.session(event), await events.session(event)];
    const { id } = registered[0]!;
    const write = (session: Row) =>
      on.sql(
        `insert into session_signup (id, registration_id, session_id, state, arrival) values ($1, $2, $3, ${state}, 1)`,
        [newId('signup'), id, session.id],
      );
    await on.sql('update registration set state = $2 where id = $1', [id, registrationState]);
    const written = write(first).then(() => write(second));
    await expect(written).rejects.toMatchObject({ constraint });
  });
});
