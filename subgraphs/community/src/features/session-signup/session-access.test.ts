import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { employee, Given, type GivenPerson, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import {
  ACCEPT_SIGNUP,
  CANCEL_SIGNUP,
  type GivenRegistered,
  GivenRegistration,
  seen,
} from '../../../test/given-registration.js';
import { anotherUpkeep } from '../../../test/other-process.js';

let on: TestSubgraph;
let given: Given;
let events: GivenRegistration;
let keeper: Viewer;
let event: Row;
let session: Row;
let people: GivenPerson[];
let viewers: Viewer[];

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  events = new GivenRegistration(on);
  keeper = staff(await given.person());
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  event = await events.event({ capacity_on_site: 10 });
  session = await events.session(event, { title: 'Netwerk', capacity: 1 });
  people = await events.people(3);
  viewers = (await events.registrations(event, people)).map(({ viewer }) => viewer);
});

const change = (name: string, input: object) =>
  events.ask(
    keeper,
    `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { userErrors { code field message } } }`,
    input,
  );
const states = () => events.statesOf(session, 'session_signup', 'session_id');
const signUpAll = async (): Promise<GivenRegistered[]> => {
  const signups = [];
  for (const viewer of viewers) signups.push(await events.signUp(session, viewer));
  return signups;
};
const toldGone = async (): Promise<boolean[]> => {
  const told = [];
  for (const person of people)
    told.push((await events.mailsTo(person)).includes('Uw plaats in de sessie is vervallen: Netwerk'));
  return told;
};
const onPrivateTrack = async (): Promise<void> => {
  const track = await events.events.track(event, { kind: 'PRIVATE' });
  await change('updateSession', { id: session.id, expectedVersion: 1, trackId: track.id });
};

describe('a session that becomes private', () => {
  it('keeps nobody who was not invited, tells them, and offers the place to who was', async () => {
    await events.events.invitation(session, people[1]!);
    await signUpAll();
    await onPrivateTrack();
    expect([await states(), await toldGone()]).toEqual([
      ['CANCELLED', 'OFFERED', 'CANCELLED'],
      [true, false, true],
    ]);
  });

  it('does so because its track does, too', async () => {
    const [row] = await on.sql<{ track_id: string }>('select track_id from event_session where id = $1', [session.id]);
    await events.events.invitation(session, people[2]!);
    await signUpAll();
    await change('updateTrack', { id: row!.track_id, expectedVersion: 1, kind: 'PRIVATE' });
    expect([await states(), await toldGone()]).toEqual([
      ['CANCELLED', 'CANCELLED', 'OFFERED'],
      [true, true, false],
    ]);
  });

  it('leaves everybody where they are while its track stays open', async () => {
    await signUpAll();
    const [row] = await on.sql<{ track_id: string }>('select track_id from event_session where id = $1', [session.id]);
    await change('updateTrack', { id: row!.track_id, expectedVersion: 1, kind: 'POLICY' });
    expect(await states()).toEqual(['CONFIRMED', 'WAITLISTED', 'WAITLISTED']);
  });
});

describe('a private session', () => {
  beforeEach(async () => {
    await onPrivateTrack();
    for (const person of people) await events.events.invitation(session, person);
  });

  it('that another company gives is no longer for who works for the first one', async () => {
    const [first, second] = [await given.organisation(), await given.organisation()];
    await change('updateSession', { id: session.id, expectedVersion: 2, vendorOrganisationId: first.id });
    const worker = await given.person();
    await given.employment(worker, first);
    await events.register(event, worker);
    await events.signUp(session, employee(worker, first));
    await change('updateSession', { id: session.id, expectedVersion: 3, vendorOrganisationId: second.id });
    expect([await states(), await events.mailsTo(worker)]).toEqual([
      ['CANCELLED'],
      expect.arrayContaining(['Uw plaats in de sessie is vervallen: Netwerk']),
    ]);
  });

  it('frees the place of who left the company that gives it, for the next in line', async () => {
    const company = await given.organisation();
    await change('updateSession', { id: session.id, expectedVersion: 2, vendorOrganisationId: company.id });
    const worker = await given.person();
    await given.employment(worker, company, { to: '2026-11-10' });
    await events.register(event, worker);
    await events.signUp(session, employee(worker, company));
    await events.signUp(session, viewers[0]!);
    on.clock.set('2026-11-10T09:00:00Z');
    await (await anotherUpkeep(on)).settle();
    expect(await states()).toEqual(['CANCELLED', 'OFFERED']);
  });

  it('offers no place to who is invited no longer', async () => {
    const [first] = await signUpAll();
    // taken out beside the graph, which would have ended the sign-up
    await on.sql('delete from session_invitation where session_id = $1 and person_id = $2', [
      session.id,
      people[1]!.id,
    ]);
    await events.ask(viewers[0]!, CANCEL_SIGNUP, seen(first!));
    expect(await states()).toEqual(['CANCELLED', 'CANCELLED', 'OFFERED']);
  });

  it('refuses to accept an offer after the invitation went', async () => {
    const [first, second] = await signUpAll();
    await events.ask(viewers[0]!, CANCEL_SIGNUP, seen(first!));
    await on.sql('delete from session_invitation where session_id = $1 and person_id = $2', [
      session.id,
      people[1]!.id,
    ]);
    const input = { id: second!.id, expectedVersion: 2 };
    const { data } = await on.as(viewers[1]!).run(ACCEPT_SIGNUP, { input });
    // the job that runs meanwhile may have ended it already
    expect(['FORBIDDEN', 'CONFLICT']).toContain(data.acceptSessionOffer.userErrors[0]?.code);
    expect((await states())[1]).not.toBe('CONFIRMED');
  });

  it('at a meeting of a circle is also for its coordinator', async () => {
    const [circle, coordinator] = [await given.circle(), await given.person()];
    await given.coordinator(circle, coordinator);
    const meeting = await events.event({ series: 'CIRCLE_MEETING', circle_id: circle.id });
    const track = await events.events.track(meeting, { kind: 'PRIVATE' });
    const inner = await events.session(meeting, { track_id: track.id });
    await events.register(meeting, coordinator);
    expect((await events.signUp(inner, signedIn(coordinator))).state).toBe('CONFIRMED');
  });
});

it('a session that is open to every participant from now on ends its waiting list, and tells who waited', async () => {
  const [first] = await signUpAll();
  await events.ask(viewers[0]!, CANCEL_SIGNUP, seen(first!));
  await change('updateSession', { id: session.id, expectedVersion: 1, signupRequired: false });
  const told = [];
  for (const person of people)
    told.push((await events.mailsTo(person)).includes('Vrij toegankelijk: de sessie Netwerk'));
  expect([await states(), told]).toEqual([
    ['CANCELLED', 'CANCELLED', 'CANCELLED'],
    [false, true, true],
  ]);
});
