import '../../../../../shared/test/matchers.js';
import { parse } from 'csv-parse/sync';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { PreparedStatements } from '@lokaal/shared/read';
import { Given, type GivenPerson, signedIn, staff, startCommunity } from '../../../test/given.js';
import type { GivenEvent } from '../../../test/given-event.js';
import { GivenRegistration } from '../../../test/given-registration.js';

let on: TestSubgraph;
let given: Given;
let events: GivenRegistration;
let clerk: Viewer;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  events = new GivenRegistration(on);
  clerk = staff(await given.person());
});

const get = (slug: string, viewer: Viewer) =>
  on.subgraph.document!({
    method: 'GET',
    path: `/files/events/${slug}/inschrijvingen.csv`,
    query: {},
    viewer,
    requestId: 'test',
  });

/** As a spreadsheet reads it: a row by its headings. */
async function rowsOf({ slug }: GivenEvent, viewer = clerk): Promise<Record<string, string>[]> {
  const answer = await get(slug, viewer);
  return parse(String(answer!.body), { columns: true, delimiter: ';', bom: true });
}

describe('the list of participants as a spreadsheet', () => {
  it('has everybody who registered, with what the event asked, for staff', async () => {
    const event = await events.event({ title: 'Kennisdag', capacity_on_site: 1 }, { NON_MEMBER: 12_550 });
    const question = await events.events.question(event, { label: 'Dieet?' });
    const [first, second] = [await given.person({ name: 'Anaïs Çelik' }), await given.person()];
    await given.employment(first, await given.authority({ legal_name: 'Gemeente Voorbeek' }));
    await given.employment(first, await given.authority({ legal_name: 'Stad Weleer' }), { to: '2021-01-01' });
    await events.register(event, first, { answers: [{ questionId: question.id, answer: 'Geen "noten"; wel vis' }] });
    await events.register(event, second);
    const answer = await get(event.slug, clerk);
    expect(answer).toMatchObject({
      status: 200,
      type: 'text/csv; charset=utf-8',
      fileName: `inschrijvingen-${event.slug}.csv`,
    });
    expect(await rowsOf(event)).toMatchObject([
      {
        Naam: 'Anaïs Çelik',
        'E-mailadres': first.email,
        Organisatie: 'Gemeente Voorbeek',
        Stand: 'Bevestigd',
        Deelname: 'Ter plaatse',
        Doelgroep: 'Niet-lid',
        'Prijs (euro)': '125,50',
        'Dieet?': 'Geen "noten"; wel vis',
      },
      { Naam: second.name, Stand: 'Op de wachtlijst', 'Plaats op de wachtlijst': '1', 'Dieet?': '' },
    ]);
  });

  it('has all of many, and reads once what was asked of them', async () => {
    const event = await events.event({ capacity_on_site: 60 });
    await events.events.question(event, { label: 'Dieet?', required: false });
    await events.registrations(event, await events.people(105));
    const run = jest.spyOn(PreparedStatements.prototype, 'run');
    await get(event.slug, clerk);
    const asking = run.mock.calls.filter(([, { text }]) => text.includes('"event_question"'));
    run.mockRestore();
    expect(asking).toHaveLength(1);
    const names = (await rowsOf(event)).map((row) => row['Naam']);
    expect([names.length, new Set(names).size]).toEqual([105, 105]);
  });

  it.each(['=HYPERLINK("http://kwaad.example")', '+32', '-1', '@naam', '\u200B=1+1', '\uFEFF@naam', '＝1+1', '\n=1+1'])(
    'makes no formula of what somebody wrote: %s',
    async (name) => {
      const event = await events.event();
      await events.register(event, await given.person({ name }));
      expect((await rowsOf(event))[0]).toMatchObject({ Naam: `'${name}` });
    },
  );

  it('has the organisations of the day of the event, as its figures count them', async () => {
    const event = await events.event({ starts_at: '2026-12-31T23:30:00Z', ends_at: '2027-01-01T12:00:00Z' });
    const person = await given.person();
    await given.employment(person, await given.authority({ legal_name: 'Stad Eerst' }), { to: '2027-01-01' });
    await given.employment(person, await given.authority({ legal_name: 'Stad Toen' }), { from: '2027-01-01' });
    await given.employment(person, await given.authority({ legal_name: 'Stad Nadien' }), { from: '2027-01-02' });
    await events.register(event, person);
    expect((await rowsOf(event))[0]).toMatchObject({ Organisatie: 'Stad Toen' });
  });

  it('of a meeting is there for the coordinator of its circle', async () => {
    const circle = await given.circle();
    const [coordinator, person]: GivenPerson[] = [await given.person(), await given.person()];
    await given.coordinator(circle, coordinator!);
    const meeting = await events.event({ series: 'CIRCLE_MEETING', circle_id: circle.id });
    await events.register(meeting, person!);
    expect(await rowsOf(meeting, signedIn(coordinator!))).toMatchObject([{ Naam: person!.name, 'E-mailadres': '' }]);
  });

  it('is absent for everybody else, as for an event that does not exist', async () => {
    const event = await events.event();
    const person = await given.person();
    const { viewer } = await events.register(event, person);
    const others = [anonymous, viewer, signedIn(await given.person())];
    expect(await Promise.all(others.map((one) => get(event.slug, one)))).toEqual([undefined, undefined, undefined]);
    expect(await get('bestaat-niet', clerk)).toBeUndefined();
  });
});

describe('the figures of an event', () => {
  const STATISTICS = `query ($id: ID!) { event(id: $id) { attendance { registered }
    statistics { waiting cancelled revenueCents organisations byAudience { audience registered attended revenueCents } } } }`;

  it('tell who keeps it what compares editions, and others nothing but how many came', async () => {
    const event = await events.event({ capacity_on_site: 2 }, { NON_MEMBER: 5_000 });
    const people = [await given.person(), await given.person(), await given.person()];
    const town = await given.authority();
    for (const person of people) await given.employment(person, town);
    const [first] = await events.registrations(event, people);
    await on.sql(`update registration set state = 'ATTENDED', checked_in_at = now() where id = $1`, [first!.id]);
    const shown = await on.as(clerk).run(STATISTICS, { id: event.id });
    expect(shown.data.event.statistics).toEqual({
      waiting: 1,
      cancelled: 0,
      revenueCents: 10_000,
      organisations: 1,
      byAudience: [{ audience: 'NON_MEMBER', registered: 2, attended: 1, revenueCents: 10_000 }],
    });
    const hidden = await on.as(first!.viewer).run(STATISTICS, { id: event.id });
    expect(hidden.data.event).toEqual({ attendance: { registered: 2 }, statistics: null });
  });

  it('of a session tell how many signed up and came', async () => {
    const event = await events.event();
    const session = await events.session(event, { capacity: 1 });
    const registered = await events.registrations(event, await events.people(2));
    for (const { viewer } of registered) await events.signUp(session, viewer);
    const query = 'query ($id: ID!) { session(id: $id) { attendance { registered checkedIn attended noShow } } }';
    const { data } = await on.as(anonymous).run(query, { id: session.id });
    expect(data.session.attendance).toEqual({ registered: 1, checkedIn: 0, attended: 0, noShow: 0 });
  });
});
