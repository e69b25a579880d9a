import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { Given, signedIn, staff, startCommunity } from '../../../test/given.js';
import { GivenEvents } from '../../../test/given-event.js';
import { readCalendar } from '../../../test/ics.js';

let on: TestSubgraph;
let given: Given;
let events: GivenEvents;
let clerk: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  events = new GivenEvents(on);
  clerk = staff(await given.person());
});

async function read(path: string, viewer: Viewer = anonymous) {
  const answer = await on.subgraph.document!({ method: 'GET', path, query: {}, viewer, requestId: 'test' });
  return answer && { ...answer, ...readCalendar(answer.body as string) };
}

describe('the calendar of one event', () => {
  it('has the event as everybody sees it', async () => {
    const { id, slug } = await events.event({
      title: 'Kennisdag; over “data”',
      summary: 'Eén dag,\nin de diepte.',
      street: 'Markt 1',
      postal_code: '9000',
      locality: 'Gent',
      mode: 'HYBRID',
      online_url: 'https://geheim.example',
      sequence: 3,
    });
    expect(await read(`/calendar/events/${slug}.ics`)).toMatchObject({
      status: 200,
      type: 'text/calendar; charset=utf-8',
      fileName: `${slug}.ics`,
      method: 'PUBLISH',
      entries: [
        {
          uid: id,
          sequence: 3,
          summary: 'Kennisdag; over “data”',
          description: 'Eén dag,\nin de diepte.',
          location: 'De Factorij, Markt 1, 9000 Gent',
          status: 'CONFIRMED',
          startsAt: '2027-03-09T08:00:00.000Z',
          endsAt: '2027-03-09T16:00:00.000Z',
          start: 'Europe/Brussels 2027-03-09T09:00:00',
        },
      ],
    });
  });

  it('says that the event was cancelled', async () => {
    const { slug } = await events.event({ status: 'CANCELLED' });
    const [entry] = (await read(`/calendar/events/${slug}.ics`))!.entries;
    expect([entry!.status, entry!.description]).toEqual(['CANCELLED', 'Ziekte van de spreker']);
  });

  it('is there for staff and for nobody else while it is a draft', async () => {
    const { slug } = await events.draft();
    const path = `/calendar/events/${slug}.ics`;
    const asked = [anonymous, signedIn(await given.person()), clerk].map((viewer) => read(path, viewer));
    expect((await Promise.all(asked)).map((one) => one?.entries[0]!.status)).toEqual([
      undefined,
      undefined,
      'TENTATIVE',
    ]);
  });

  it.each(['niets', '%00', '%27;drop table event'])('is absent for the event %j', async (slug) => {
    expect(await read(`/calendar/events/${slug}.ics`)).toBeUndefined();
    expect(await read(`/calendar/events/${slug}/sessions.ics`)).toBeUndefined();
  });
});

describe('the calendar of the sessions of an event', () => {
  it('has the sessions that the viewer sees, in their rooms', async () => {
    const event = await events.event({ title: 'Shopt IT' });
    const room = await events.room(event, { name: 'Zaal 3' });
    await events.session(event, { title: 'Open', room_id: room.id, description: 'Wat er komt' });
    const hidden = await events.privateSession(event, { title: 'Besloten' });
    const guest = await given.person();
    await events.invitation(hidden, guest);
    const path = `/calendar/events/${event.slug}/sessions.ics`;
    const open = (await read(path))!.entries;
    const invited = (await read(path, signedIn(guest)))!.entries.map(({ summary }) => summary);
    expect(open).toMatchObject([
      { summary: 'Open', location: 'Zaal 3, De Factorij', description: 'Shopt IT\n\nWat er komt', status: 'CONFIRMED' },
    ]);
    expect(invited.toSorted()).toEqual(['Besloten', 'Open']);
  });

  it('strikes out a session that was cancelled, and all of them with their event', async () => {
    const event = await events.event();
    await events.session(event, { title: 'Een', status: 'CANCELLED', sequence: 1 });
    await events.session(event, { title: 'Twee', sequence: 2 });
    const shown = async () =>
      (await read(`/calendar/events/${event.slug}/sessions.ics`))!.entries
        .map(({ summary, status, sequence }) => [summary, status, sequence])
        .toSorted();
    const before = await shown();
    await on.sql(`update event set status = 'CANCELLED', cancellation_reason = 'Ziekte', sequence = 1 where id = $1`, [
      event.id,
    ]);
    expect([before, await shown()]).toEqual([
      [
        ['Een', 'CANCELLED', 1],
        ['Twee', 'CONFIRMED', 2],
      ],
      [
        ['Een', 'CANCELLED', 2],
        ['Twee', 'CANCELLED', 3],
      ],
    ]);
  });
});
