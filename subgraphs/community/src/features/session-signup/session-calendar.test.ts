import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { Given, type GivenPerson, type Row, staff, startCommunity } from '../../../test/given.js';
import {
  ACCEPT_SIGNUP,
  CANCEL_SIGNUP,
  type GivenRegistered,
  GivenRegistration,
  seen,
} from '../../../test/given-registration.js';
import { KeptCalendars } from '../../../test/kept-calendars.js';
import { KeptMails, signInLink } from '../../../test/kept-mails.js';
import { anotherUpkeep } from '../../../test/other-process.js';

let on: TestSubgraph;
let given: GivenRegistration;
let calendars: KeptCalendars;
let mails: KeptMails;
let clerk: Viewer;
let event: Row;
let session: Row;
let people: GivenPerson[];
let registered: GivenRegistered[];

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new GivenRegistration(on);
  clerk = staff(await new Given(on).person());
  calendars = await KeptCalendars.of(on);
  mails = await KeptMails.of(on);
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  event = await given.event({ capacity_on_site: 10 });
  session = await given.session(event, { title: 'Zero trust', capacity: 1 });
  people = await given.people(3);
  registered = await given.registrations(event, people);
});

const signUp = (index: number): Promise<GivenRegistered> => given.signUp(session, registered[index]!.viewer);

/** What mails did to a calendar about this session, by the beginning of their subject. */
async function entriesOf(person: GivenPerson, subject: string) {
  return (await calendars.of(person)).filter((one) => one.uid === session.id && one.subject.startsWith(subject));
}

const change = async (mutation: string, input: object): Promise<void> => {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${mutation}(input: $input) { userErrors { message } } }`;
  const { data, errors } = await on.as(clerk).run(query, { input });
  expect([errors, data?.[mutation].userErrors]).toEqual([undefined, []]);
};

describe('the mail about a sign-up for a session', () => {
  it('puts a confirmed place into the calendar, in its room, and nothing for who waits', async () => {
    const { id } = await given.events.room(event, { name: 'Zaal Leie' });
    await on.sql('update event_session set room_id = $2 where id = $1', [session.id, id]);
    await signUp(0);
    await signUp(1);
    expect([
      await entriesOf(people[0]!, 'U bent ingeschreven voor de sessie'),
      (await calendars.of(people[1]!)).filter(({ uid }) => uid === session.id),
      (await given.mailsTo(people[1]!)).toSorted(),
    ]).toMatchObject([
      [
        {
          type: 'text/calendar; charset=utf-8; method=PUBLISH',
          status: 'CONFIRMED',
          sequence: 0,
          location: 'Zaal Leie, De Factorij',
          start: 'Europe/Brussels 2026-12-10T11:00:00',
        },
      ],
      [],
      [expect.stringContaining('U bent ingeschreven'), 'U staat op de wachtlijst van de sessie: Zero trust'],
    ]);
  });

  it('takes a place that was given up out, offers it as tentative to the next, and confirms it once it is accepted', async () => {
    const first = await signUp(0);
    const second = await signUp(1);
    await given.ask(first.viewer, CANCEL_SIGNUP, seen(first));
    await given.ask(second.viewer, ACCEPT_SIGNUP, { id: second.id, expectedVersion: 2 });
    expect([
      await entriesOf(people[0]!, 'U bent afgemeld'),
      await entriesOf(people[1]!, 'Er is een plaats'),
      await entriesOf(people[1]!, 'U bent ingeschreven voor de sessie'),
    ]).toMatchObject([
      [{ method: 'CANCEL', status: 'CANCELLED' }],
      [{ method: 'PUBLISH', status: 'TENTATIVE' }],
      [{ method: 'PUBLISH', status: 'CONFIRMED' }],
    ]);
  });

  it('takes an offer that nobody accepted out of the calendar', async () => {
    const first = await signUp(0);
    await signUp(1);
    await given.ask(first.viewer, CANCEL_SIGNUP, seen(first));
    on.clock.set('2026-11-04T09:00:00Z');
    await (await anotherUpkeep(on)).settle();
    expect(await entriesOf(people[1]!, 'Uw aangeboden plaats')).toMatchObject([{ method: 'CANCEL' }]);
  });

  it('moves the entry with the session: same UID, higher sequence, new time', async () => {
    await signUp(0);
    await change('moveSession', {
      id: session.id,
      expectedVersion: 1,
      startsAt: '2026-12-10T13:00:00Z',
      endsAt: '2026-12-10T14:00:00Z',
    });
    expect(await entriesOf(people[0]!, 'Gewijzigd')).toMatchObject([
      { method: 'PUBLISH', status: 'CONFIRMED', sequence: 1, start: 'Europe/Brussels 2026-12-10T14:00:00' },
    ]);
  });

  it('takes a cancelled session out of the calendar, with a higher sequence', async () => {
    await signUp(0);
    await change('cancelSession', { id: session.id, expectedVersion: 1 });
    expect(await entriesOf(people[0]!, 'Gaat niet door')).toMatchObject([{ method: 'CANCEL', sequence: 1 }]);
  });
});

describe('an invitation for a private session', () => {
  beforeEach(async () => {
    session = await given.events.privateSession(event, {
      title: 'Netwerk',
      starts_at: '2026-12-10T10:00:00Z',
      ends_at: '2026-12-10T11:00:00Z',
      signup_required: true,
    });
  });
  const invite = (...invited: readonly Row[]) =>
    change('inviteToSession', { sessionId: session.id, personIds: invited.map(({ id }) => id) });

  it('is told once, and stands in the calendar as tentative', async () => {
    await invite(people[0]!);
    await invite(people[0]!, people[1]!);
    const told = await Promise.all(people.map((person) => entriesOf(person, 'Uitnodiging')));
    expect(told).toMatchObject([
      [{ method: 'PUBLISH', status: 'TENTATIVE', start: 'Europe/Brussels 2026-12-10T11:00:00' }],
      [{ status: 'TENTATIVE' }],
      [],
    ]);
  });

  it('tells of which event it is, and where to sign in', async () => {
    await on.sql(`update event set title = 'Kennisdag NIS2' where id = $1`, [event.id]);
    await invite(people[0]!);
    const { text } = (await mails.to(people[0]!.email)).at(-1)!;
    expect(text).toContain(') op “Kennisdag NIS2”.');
    expect(text).toContain(signInLink);
  });

  it('for an event that is a draft is told when it is published', async () => {
    const draft = await given.events.draft({ starts_at: '2026-12-10T09:00:00Z', ends_at: '2026-12-10T16:00:00Z' });
    await given.events.price(draft, 'NON_MEMBER', 0);
    session = await given.events.privateSession(draft, {
      starts_at: '2026-12-10T10:00:00Z',
      ends_at: '2026-12-10T11:00:00Z',
    });
    await invite(people[0]!);
    const before = await entriesOf(people[0]!, 'Uitnodiging');
    await change('publishEvent', { id: draft.id, expectedVersion: 1 });
    expect([before, await entriesOf(people[0]!, 'Uitnodiging')]).toMatchObject([[], [{ status: 'TENTATIVE' }]]);
  });

  it('moves with its session, also for who did not sign up yet; who did is told as a participant', async () => {
    await invite(people[0]!, people[1]!);
    await signUp(1);
    await change('moveSession', {
      id: session.id,
      expectedVersion: 1,
      startsAt: '2026-12-10T13:00:00Z',
      endsAt: '2026-12-10T14:00:00Z',
    });
    expect([await entriesOf(people[0]!, 'Gewijzigd'), await entriesOf(people[1]!, 'Gewijzigd')]).toMatchObject([
      [{ subject: 'Gewijzigd: de besloten sessie Netwerk', status: 'TENTATIVE', sequence: 1 }],
      [{ subject: 'Gewijzigd: de sessie Netwerk', status: 'CONFIRMED', sequence: 1 }],
    ]);
  });

  it.each([
    ['its session', 'cancelSession', () => ({ id: session.id, expectedVersion: 1 })],
    ['its event', 'cancelEvent', () => ({ id: event.id, expectedVersion: 1, reason: 'Ziekte' })],
  ])('goes out of the calendar with %s', async (_what, mutation, inputOf) => {
    await invite(people[0]!);
    await change(mutation, inputOf());
    expect(await entriesOf(people[0]!, 'Gaat niet door')).toMatchObject([{ method: 'CANCEL', status: 'CANCELLED' }]);
  });

  it('goes out of the calendar when it is withdrawn, once', async () => {
    await invite(people[0]!);
    await signUp(0);
    const [{ id }] = (await on.sql<Row>('select id from session_invitation where session_id = $1', [session.id])) as [
      Row,
    ];
    await change('withdrawInvitation', { id });
    const entries = (await calendars.of(people[0]!)).filter((one) => one.uid === session.id && one.method === 'CANCEL');
    expect(entries).toMatchObject([{ subject: 'Uw uitnodiging is ingetrokken: Netwerk' }]);
  });
});
