import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { newId } from '@lokaal/shared/ids';
import { type GivenPerson, type Row, staff, startCommunity } from '../../../test/given.js';
import { CANCEL, type GivenRegistered, GivenRegistration, seen } from '../../../test/given-registration.js';
import { LinkedPages } from '../../../test/linked-pages.js';

let on: TestSubgraph;
let events: GivenRegistration;
let pages: LinkedPages;
let event: Row;
let people: GivenPerson[];
let registered: GivenRegistered[];

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  events = new GivenRegistration(on);
  pages = await LinkedPages.of(on);
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  event = await events.event({ title: 'Dag <b>één</b>', capacity_on_site: 1 });
  people = await events.people(3);
  registered = await events.registrations(event, people);
});

const linksTo = (person: GivenPerson, page: string) => pages.to(person, page);
const open = (path: string, method?: 'POST') => pages.open(path, method);

const UPDATE = `mutation ($input: UpdatePersonInput!) { updatePerson(input: $input) { userErrors { code message } } }`;
const ERASE = `mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { userErrors { code message } } }`;

const offered = async (): Promise<string> => {
  await events.ask(registered[0]!.viewer, CANCEL, seen(registered[0]!));
  const [path] = await linksTo(people[1]!, 'offer');
  return path!;
};

/** What a page says without a button, opened and after a POST that changes nothing. */
async function expectOver([page, button]: readonly [page: string, button: string], sentence: string): Promise<void> {
  const before = await events.statesOf(event);
  const answers = [await open(page), await open(button, 'POST')];
  expect(answers).toEqual([expect.stringContaining(sentence), expect.stringContaining(sentence)]);
  expect(answers.join()).not.toContain('<button>');
  expect(await events.statesOf(event)).toEqual(before);
}

it('the link of a confirmation cancels the registration, by the button and not by opening it', async () => {
  const [path] = await linksTo(people[0]!, 'cancel');
  const page = await open(path!);
  const before = await events.statesOf(event);
  const done = await open(path!, 'POST');
  expect([page, before[0], done, await events.statesOf(event)]).toEqual([
    expect.stringMatching(/^200 [^]*“Dag &lt;b&gt;één&lt;\/b&gt;”[^]*<button>Inschrijving annuleren<\/button>/),
    'CONFIRMED',
    expect.stringContaining('Uw inschrijving is geannuleerd.'),
    ['CANCELLED', 'OFFERED', 'WAITLISTED'],
  ]);
});

it('the link of an offer leads to two buttons: one accepts the place, the other leaves it to the next', async () => {
  const path = await offered();
  const page = await open(path);
  const [, accept] = /action="\.\.\/(accept\/[^"]+)"/.exec(page)!;
  expect(page).toMatch(/action="\.\.\/decline\/[^"]+"><button>Plaats weigeren/);
  expect(await open(`/registrations/${accept}`, 'POST')).toContain('Uw plaats is bevestigd.');
  expect(await events.statesOf(event)).toEqual(['CANCELLED', 'CONFIRMED', 'WAITLISTED']);
});

it('an offer that is declined by a link goes to the next in line', async () => {
  const path = await offered();
  expect(await open(path.replace('/offer/', '/decline/'), 'POST')).toContain('gaat naar de volgende');
  expect(await events.statesOf(event)).toEqual(['CANCELLED', 'CANCELLED', 'OFFERED']);
});

it('a link says what is the matter when it is too late, before anything is asked', async () => {
  const path = await offered();
  const accept = path.replace('/offer/', '/accept/');
  const [cancel] = await linksTo(people[0]!, 'cancel');
  const [waiting] = await linksTo(people[2]!, 'cancel');
  await expectOver([cancel!, cancel!], 'is geannuleerd');
  on.clock.set('2026-11-20T09:00:00Z');
  await expectOver([path, accept], 'is vervallen');
  on.clock.set('2026-12-10T09:00:00Z');
  await expectOver([waiting!, waiting!], 'is begonnen of voorbij');
});

it('a link says so when the event was cancelled, or the place is there already', async () => {
  const path = await offered();
  const accept = path.replace('/offer/', '/accept/');
  await open(accept, 'POST');
  await expectOver([path, accept], 'U hebt al een plaats');
  await on.sql(`update event set status = 'CANCELLED', cancellation_reason = 'Staking' where id = $1`, [event.id]);
  const [cancel] = await linksTo(people[1]!, 'cancel');
  for (const page of [path, cancel!]) await expectOver([page, page.replace('/offer/', '/decline/')], 'gaat niet door');
});

it('the link of an offer says so when its person went to the waiting list of the other mode', async () => {
  const path = await offered();
  await on.sql(
    `update registration set state = 'WAITLISTED', mode = 'ONLINE', offered_at = null, offer_expires_at = null
      where event_id = $1 and state = 'OFFERED'`,
    [event.id],
  );
  await expectOver([path, path.replace('/offer/', '/decline/')], 'U staat op de wachtlijst');
});

it('a link that was not made here does nothing, and tells nothing', async () => {
  const [path] = await linksTo(people[0]!, 'cancel');
  const before = await events.statesOf(event);
  const others = [
    path!.replace(registered[0]!.id, registered[1]!.id),
    path!.slice(0, -1),
    `/registrations/cancel/${registered[0]!.id}`,
    `/registrations/cancel/${newId('registration')}.x`,
    '/registrations/cancel/x',
  ];
  for (const other of others) {
    const answers = [await open(other), await open(other, 'POST')];
    for (const answer of answers) expect(answer).toMatch(/^404 [^]*Deze link klopt niet[^]*href="..\/..\/account\/"/);
    expect(answers.join()).not.toContain('Dag');
  }
  expect(await events.statesOf(event)).toEqual(before);
});

it('pages and links are in the language of the person', async () => {
  await on.sql(`update person set language = 'FR' where id = $1`, [people[0]!.id]);
  const [path] = await linksTo(people[0]!, 'cancel');
  expect(await open(path!)).toContain('<button>Annuler l’inscription</button>');
});

it('a link in a mail to an address that the person left does nothing; that of a mail to the new one works', async () => {
  const office = staff(people[2]!);
  const [old] = await linksTo(people[0]!, 'cancel');
  const email = `nieuw.${people[0]!.email}`;
  await events.ask(office, UPDATE, { id: people[0]!.id, expectedVersion: 1, email });
  const answers = [await open(old!), await open(old!, 'POST'), await open('/registrations/cancel/x')];
  expect(new Set(answers)).toEqual(new Set([answers[2]]));
  expect((await events.statesOf(event))[0]).toBe('CONFIRMED');
  const next = await events.event();
  await events.register(next, people[0]!);
  const [path] = await linksTo({ ...people[0]!, email }, 'cancel');
  await open(path!, 'POST');
  expect(await events.statesOf(next)).toEqual(['CANCELLED']);
});

it('a link of somebody who was erased does nothing, and tells nothing', async () => {
  const office = staff(people[2]!);
  const [path] = await linksTo(people[1]!, 'cancel');
  await events.ask(office, ERASE, { personId: people[1]!.id, ground: 'DECEASED' });
  const before = await events.statesOf(event);
  const absent = await open('/registrations/cancel/x');
  expect([await open(path!), await open(path!, 'POST')]).toEqual([absent, absent]);
  expect(await events.statesOf(event)).toEqual(before);
});
