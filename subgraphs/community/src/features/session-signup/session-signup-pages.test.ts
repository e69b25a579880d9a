import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { type GivenPerson, type Row, staff, startCommunity } from '../../../test/given.js';
import { CANCEL_SIGNUP, type GivenRegistered, GivenRegistration, seen } from '../../../test/given-registration.js';
import { LinkedPages } from '../../../test/linked-pages.js';

let on: TestSubgraph;
let events: GivenRegistration;
let pages: LinkedPages;
let event: Row;
let session: Row;
let people: GivenPerson[];
let signups: GivenRegistered[];

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  events = new GivenRegistration(on);
  pages = await LinkedPages.of(on);
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  event = await events.event({ capacity_on_site: 10 });
  people = await events.people(3);
  session = await events.session(event, { title: 'Zero trust', capacity: 1 });
  signups = [];
  for (const { viewer } of await events.registrations(event, people))
    signups.push(await events.signUp(session, viewer));
});

const statesOf = () => events.statesOf(session, 'session_signup', 'session_id');

/** Link to the sign-up of somebody: those to the registration come in the same mailbox. */
async function linkTo(person: GivenPerson, page: string, { id }: GivenRegistered): Promise<string> {
  return (await pages.to(person, page)).find((path) => path.includes(id))!;
}

async function offered(): Promise<string> {
  await events.ask(signups[0]!.viewer, CANCEL_SIGNUP, seen(signups[0]!));
  return linkTo(people[1]!, 'offer', signups[1]!);
}

it('the link of a sign-up gives up the place in the session, and not the one at the event', async () => {
  const path = await linkTo(people[0]!, 'cancel', signups[0]!);
  expect(await pages.open(path)).toMatch(/“Zero trust”[^]*<button>Inschrijving annuleren<\/button>/);
  expect((await statesOf())[0]).toBe('CONFIRMED');
  expect(await pages.open(path, 'POST')).toContain('Uw inschrijving is geannuleerd.');
  expect([await statesOf(), (await events.statesOf(event))[0]]).toEqual([
    ['CANCELLED', 'OFFERED', 'WAITLISTED'],
    'CONFIRMED',
  ]);
});

it('the link of an offer in a session accepts it, or leaves it to the next', async () => {
  const path = await offered();
  const page = await pages.open(path);
  expect(page).toMatch(/action="\.\.\/accept\/[^"]+"[^]*action="\.\.\/decline\/[^"]+"/);
  expect(await pages.open(path.replace('/offer/', '/accept/'), 'POST')).toContain('Uw plaats is bevestigd.');
  expect(await statesOf()).toEqual(['CANCELLED', 'CONFIRMED', 'WAITLISTED']);
});

it('an offer in a session that is declined by a link goes to the next in line', async () => {
  const path = await offered();
  expect(await pages.open(path.replace('/offer/', '/decline/'), 'POST')).toContain('gaat naar de volgende');
  expect(await statesOf()).toEqual(['CANCELLED', 'CANCELLED', 'OFFERED']);
});

it('an offer in a session is too late once it expired, and refused while one sits in another session', async () => {
  const path = (await offered()).replace('/offer/', '/accept/');
  const other = await events.session(event);
  const { id } = await events.signUp(other, signups[1]!.viewer);
  const clash = await pages.open(path, 'POST');
  await events.ask(signups[1]!.viewer, CANCEL_SIGNUP, { id, expectedVersion: 1 });
  on.clock.set('2026-11-05T09:00:00Z');
  expect([clash, await pages.open(path, 'POST')]).toEqual([
    expect.stringContaining('een andere sessie'),
    expect.stringContaining('Het aanbod van een plaats bij “Zero trust” is vervallen.'),
  ]);
  expect((await statesOf())[1]).toBe('OFFERED');
});

it.each([
  ['the session', `update event_session set status = 'CANCELLED' where id = $1`, () => session],
  ['its event', `update event set status = 'CANCELLED', cancellation_reason = 'Staking' where id = $1`, () => event],
])('a link to a place in a session asks nothing once %s was cancelled', async (_what, cancel, row) => {
  const path = await linkTo(people[0]!, 'cancel', signups[0]!);
  await on.sql(cancel, [row().id]);
  expect(await pages.open(path)).toMatch(/“Zero trust” gaat niet door[^<]*<\/p><\/body>/);
});

it('a link that was not made for this sign-up does nothing, and tells nothing', async () => {
  const path = await linkTo(people[0]!, 'cancel', signups[0]!);
  const absent = await pages.open('/registrations/cancel/x');
  const others = [path.replace(signups[0]!.id, signups[1]!.id), path.slice(0, -1), path.split('.')[0]!];
  for (const other of others)
    expect([await pages.open(other), await pages.open(other, 'POST')]).toEqual([absent, absent]);
  expect(await statesOf()).toEqual(['CONFIRMED', 'WAITLISTED', 'WAITLISTED']);
});

it('a link of somebody who was erased, or left the address, does nothing', async () => {
  const office = staff(people[2]!);
  const paths = [await linkTo(people[0]!, 'cancel', signups[0]!), await linkTo(people[1]!, 'cancel', signups[1]!)];
  const update =
    'mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { userErrors { code message } } }';
  await events.ask(office, update, { id: people[0]!.id, expectedVersion: 1, email: `nieuw.${people[0]!.email}` });
  const erase = 'mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { userErrors { code message } } }';
  await events.ask(office, erase, { personId: people[1]!.id, ground: 'DECEASED' });
  const absent = await pages.open('/registrations/cancel/x', 'POST');
  for (const path of paths) expect(await pages.open(path, 'POST')).toBe(absent);
  expect((await statesOf())[0]).toBe('CONFIRMED');
});
