import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { employee, Given, type GivenPerson, inRoles, type Row, staff, startCommunity } from '../../../test/given.js';
import { ACCEPT, CANCEL, CHANGE_MODE, GivenRegistration, REGISTER, seen } from '../../../test/given-registration.js';
import { KeptMails } from '../../../test/kept-mails.js';

let on: TestSubgraph;
let events: GivenRegistration;
let mails: KeptMails;
let keeper: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  events = new GivenRegistration(on);
  mails = await KeptMails.of(on);
  keeper = staff(await new Given(on).person());
});

const online = { mode: 'ONLINE', capacity_on_site: null, online_url: 'https://a.example/zaal' };

async function someone(language = 'NL'): Promise<GivenPerson> {
  const [person] = await events.people(1);
  await on.sql('update person set language = $2 where id = $1', [person!.id, language]);
  return person!;
}

/** Of the last mail, without spaces that do not break and signs of ranges. */
async function lastTo({ email }: GivenPerson): Promise<string> {
  const { text } = (await mails.to(email)).at(-1)!;
  return text.replace(/[\u00a0\u2009\u202f]/g, ' ').replace(/\s*–\s*/g, '-');
}

const change = (mutation: string, input: object): Promise<unknown> => {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const text = `mutation ($input: ${type}) { ${mutation}(input: $input) { userErrors { code message } } }`;
  return events.ask(keeper, text, input);
};

describe('the confirmation of a registration', () => {
  it('tells begin and end, place, price, what was answered, and how to cancel', async () => {
    const venue = { venue_name: 'De Factorij', street: 'Kaai 1', postal_code: '9000', locality: 'Gent' };
    const event = await events.event(venue, { NON_MEMBER: 2_500 });
    const lunch = await events.events.question(event, { label: 'Blijft u eten?', kind: 'BOOLEAN' });
    const topic = await events.events.question(event, { label: 'Waarover wilt u praten?' });
    const person = await someone();
    const answers = [
      { questionId: topic.id, answer: 'Archief' },
      { questionId: lunch.id, answer: 'false' },
    ];
    const { id } = await events.register(event, person, { answers });
    const text = await lastTo(person);
    expect(text).toContain('donderdag 10 december 2026, 10:00-17:00');
    expect(text).toContain('Waar: De Factorij, Kaai 1, 9000 Gent\n\nPrijs: € 25,00, zonder btw\n');
    expect(text).toContain('Uw antwoorden:\n\nBlijft u eten? nee\n\nWaarover wilt u praten? Archief\n');
    expect(text).toMatch(new RegExp(`Annuleer dan uw inschrijving[^]*/registrations/cancel/${id}`));
  });

  it.each([
    ['NL', 'Prijs: gratis', 'Waar: https', 'donderdag 10 december 2026'],
    ['FR', 'Prix : gratuit', 'Où : https', 'jeudi 10 décembre 2026'],
    ['EN', 'Price: free', 'Where: https', 'Thursday, 10 December 2026'],
    ['DE', 'Preis: kostenlos', 'Wo: https', 'Donnerstag, 10. Dezember 2026'],
  ])('speaks %s', async (language, ...said) => {
    const person = await someone(language);
    await events.register(await events.event(online), person, { mode: 'ONLINE' });
    const text = await lastTo(person);
    expect(said.filter((one) => !text.includes(one))).toEqual([]);
  });

  it('tells also who accepts an offer what was answered; the address online only then', async () => {
    const event = await events.event({ ...online, capacity_online: 1 });
    const question = await events.events.question(event, { label: 'Waarover?' });
    const [first, second] = [await someone(), await someone()];
    const place = await events.register(event, first, { mode: 'ONLINE' });
    const answers = [{ questionId: question.id, answer: 'Archief' }];
    const waiting = await events.register(event, second, { mode: 'ONLINE', answers });
    await events.ask(place.viewer, CANCEL, seen(place));
    await events.ask(waiting.viewer, ACCEPT, { id: waiting.id, expectedVersion: waiting.version + 1 });
    const told = (await mails.to(second.email)).map(({ subject, text }) => [
      subject.split(':')[0],
      text.includes('https://a.example/zaal'),
      text.includes('Waarover? Archief'),
      text.includes('gratis'),
    ]);
    expect(told).toEqual([
      ['U staat op de wachtlijst', false, true, true],
      ['Er is een plaats voor u', false, false, true],
      ['U bent ingeschreven', true, true, true],
    ]);
  });
});

describe('the mail of the waiting list', () => {
  it('tells the place in line at that moment, and how an offer works', async () => {
    const event = await events.event({ capacity_on_site: 1, offer_hours: 24 }, { NON_MEMBER: 2_500 });
    const people = await events.people(3);
    await events.registrations(event, people);
    const told = (await Promise.all(people.slice(1).map((one) => lastTo(one)))).map((text) => [
      /U staat nu op plaats (\d+) van de wachtlijst/.exec(text)?.[1],
      text.includes('U hebt dan 24 uur om ze te aanvaarden, en niet langer dan tot het begin'),
      text.includes('Prijs van een plaats: € 25,00, zonder btw'),
    ]);
    expect(told).toEqual([
      ['1', true, true],
      ['2', true, true],
    ]);
  });

  it('tells who waits for the other mode the place in that line', async () => {
    const event = await events.event({ mode: 'HYBRID', capacity_on_site: 1, capacity_online: 1 });
    const people = await events.people(4);
    await events.registrations(event, people.slice(0, 2));
    const [, moving] = await events.registrations(event, people.slice(2), { mode: 'ONLINE' });
    await events.ask(moving!.viewer, CHANGE_MODE, { ...seen(moving!), mode: 'ON_SITE' });
    expect(await lastTo(people[3]!)).toContain('U staat nu op plaats 2 van de wachtlijst');
  });

  it.each([
    ['FR', 'Votre place actuelle sur la liste d’attente : 1', '48 heures'],
    ['EN', 'Your place on the waiting list is now 1', '48 hours'],
    ['DE', 'Ihr Platz auf der Warteliste ist zurzeit 1', '48 Stunden'],
  ])('speaks %s', async (language, ...said) => {
    const event = await events.event({ capacity_on_site: 1 });
    const person = await someone(language);
    await events.registrations(event, [await someone(), person]);
    const text = await lastTo(person);
    expect(said.filter((one) => !text.includes(one))).toEqual([]);
  });
});

describe('what somebody else does', () => {
  const COLLEAGUE = REGISTER.replaceAll('registerForEvent', 'registerColleague').replaceAll(
    'RegisterForEvent',
    'RegisterColleague',
  );

  /** How the mails to a colleague begin who was registered, moved and taken off again by this viewer. */
  async function told(viewer: Viewer, person: GivenPerson): Promise<string[]> {
    const event = await events.event({ mode: 'HYBRID' });
    const input = { eventId: event.id, mode: 'ON_SITE', personId: person.id };
    const { registration } = await events.ask(viewer, COLLEAGUE, input);
    const moved = await events.ask(viewer, CHANGE_MODE, { ...seen(registration), mode: 'ONLINE' });
    await events.ask(viewer, CANCEL, seen(moved.registration));
    return (await mails.to(person.email)).map(({ text }) => text.split('\n\n')[1]!);
  }

  it('for a colleague is told as that of a contact person of their organisation, by staff as that of the association', async () => {
    const given = new Given(on);
    const town = await given.authority({ legal_name: 'Stad Ieper' });
    const [actor, first, second] = [await someone(), await someone(), await someone()];
    for (const person of [first, second]) await given.employment(person, town);
    const contact = inRoles(employee(actor, town), 'MEMBER_CONTACT');
    const byTown = 'Dit gebeurde in uw naam, door een contactpersoon van Stad Ieper.';
    const byStaff = 'Dit gebeurde in uw naam, door de vereniging.';
    expect(await told(contact, first)).toEqual([byTown, byTown, byTown]);
    expect(await told(keeper, second)).toEqual([byStaff, byStaff, byStaff]);
  });

  it('is not said of what the person does', async () => {
    const person = await someone();
    const registered = await events.register(await events.event(), person);
    await events.ask(registered.viewer, CANCEL, seen(registered));
    const texts = (await mails.to(person.email)).map(({ text }) => text.includes('in uw naam'));
    expect(texts).toEqual([false, false]);
  });
});

describe('of a hybrid event', () => {
  const hybrid = {
    title: 'Kennisdag',
    mode: 'HYBRID',
    online_url: 'https://a.example/zaal',
    capacity_on_site: 1,
    capacity_online: 1,
  };

  it('an online confirmation shows the address and speaks of no entrance, one on site the other way round', async () => {
    const event = await events.event(hybrid);
    const texts: string[] = [];
    for (const mode of ['ONLINE', 'ON_SITE']) {
      const person = await someone();
      await events.register(event, person, { mode });
      texts.push(await lastTo(person));
    }
    expect(texts.map((text) => [text.includes('aan de ingang'), text.includes('a.example')])).toEqual([
      [false, true],
      [true, false],
    ]);
  });

  it.each([
    ['ON_SITE', 'ONLINE', 'is ter plaatse volzet', 'nog plaats om online deel te nemen'],
    ['ONLINE', 'ON_SITE', 'is online volzet', 'nog plaats om ter plaatse deel te nemen'],
  ])(
    'who waits for a place %s reads so, and of a free place %s while there is one',
    async (mode, other, full, free) => {
      const event = await events.event(hybrid);
      const people = [await someone(), await someone(), await someone(), await someone()] as const;
      await events.registrations(event, [people[0], people[1]], { mode });
      await events.register(event, people[2], { mode: other });
      await events.register(event, people[3], { mode });
      const texts = [await lastTo(people[1]), await lastTo(people[3])];
      expect(texts.map((text) => [text.includes(full), text.includes(free)])).toEqual([
        [true, true],
        [true, false],
      ]);
    },
  );

  it('who changes mode reads what changed, whether it gives a place or waits', async () => {
    const event = await events.event(hybrid);
    const people = [await someone(), await someone(), await someone()] as const;
    const [, waits] = await events.registrations(event, [people[0], people[1]]);
    await events.ask(waits!.viewer, CHANGE_MODE, { ...seen(waits!), mode: 'ONLINE' });
    const third = await events.register(event, people[2]);
    await events.ask(third.viewer, CHANGE_MODE, { ...seen(third), mode: 'ONLINE' });
    const last = [(await mails.to(people[1].email)).at(-1)!, (await mails.to(people[2].email)).at(-1)!];
    expect(last.map(({ subject, text }) => [subject, text.includes('Was: ter plaatse. Wordt: online.')])).toEqual([
      ['Uw inschrijving is gewijzigd: Kennisdag', true],
      ['Uw inschrijving is gewijzigd: Kennisdag', true],
    ]);
    expect(last.map(({ text }) => [text.includes('is bevestigd'), text.includes('is online volzet')])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

describe('a mail about a move', () => {
  /** Who has a place, to whom one is offered, and who waits. */
  async function standing(event: Row, input: object): Promise<GivenPerson[]> {
    const people = [await someone(), await someone(), await someone(), await someone()];
    const [, leaves] = await events.registrations(event, people, { ...input });
    await events.ask(leaves!.viewer, CANCEL, seen(leaves!));
    return [people[0]!, people[2]!, people[3]!];
  }

  it('names the old and the new time and place; who waits does not read that the registration stays', async () => {
    const event = await events.event({ title: 'Verhuisd' });
    const people = await standing(event, {});
    const later = { startsAt: '2026-12-10T10:00:00Z', venue: { name: 'Stadsschouwburg' } };
    await change('updateEvent', { id: event.id, expectedVersion: 1, ...later });
    const texts = await Promise.all(people.map(lastTo));
    const both =
      'Was: donderdag 10 december 2026, 10:00-17:00, De Factorij\n\nWordt: donderdag 10 december 2026, 11:00-17:00, Stadsschouwburg\n';
    expect(texts.map((text) => text.includes(both))).toEqual([true, true, true]);
    expect(texts.map((text) => text.includes('Uw inschrijving blijft'))).toEqual([true, false, false]);
    expect(texts[1]).toMatch(/aangeboden is, blijft voor u vrij tot [^]*\/registrations\/offer\//);
    expect(texts[2]).toMatch(/u blijft op de wachtlijst[^]*\/registrations\/cancel\//);
  });

  it('tells another address online to who has a place alone, and never to who waits', async () => {
    const event = await events.event({ ...online, capacity_online: 2 });
    const people = await standing(event, { mode: 'ONLINE' });
    await change('updateEvent', { id: event.id, expectedVersion: 1, onlineUrl: 'https://b.example' });
    const byAddress = await Promise.all(people.map(lastTo));
    await change('updateEvent', { id: event.id, expectedVersion: 2, endsAt: '2026-12-10T17:00:00Z' });
    const byTime = await Promise.all(people.map(lastTo));
    const shown = (texts: string[]) => texts.map((text) => text.includes('https://b.example'));
    expect([shown(byAddress), shown(byTime), byTime.map((text) => text.includes('Wordt:'))]).toEqual([
      [true, false, false],
      [true, false, false],
      [true, true, true],
    ]);
    expect(byAddress.map((text) => text.includes('Wordt:'))).toEqual([true, false, false]);
  });

  it('does the same for a session', async () => {
    const event = await events.event({ capacity_on_site: 3 });
    const room = await events.events.room(event, { name: 'Zaal Noord' });
    const session = await events.session(event, { capacity: 1 });
    const people = [await someone(), await someone()];
    for (const { viewer } of await events.registrations(event, people)) await events.signUp(session, viewer);
    const to = { startsAt: '2026-12-10T11:00:00Z', endsAt: '2026-12-10T12:00:00Z', roomId: room.id };
    await change('moveSession', { id: session.id, expectedVersion: 1, ...to });
    const texts = await Promise.all(people.map(lastTo));
    const both =
      /Was: donderdag 10 december 2026, 11:00-12:00, De Factorij\n\nWordt: [^\n]*, 12:00-13:00, Zaal Noord\n/;
    expect(texts.map((text) => [both.test(text), text.includes('Uw inschrijving blijft')])).toEqual([
      [true, true],
      [true, false],
    ]);
  });
});
