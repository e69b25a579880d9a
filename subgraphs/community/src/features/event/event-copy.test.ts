import '../../../../../shared/test/matchers.js';
import fc from 'fast-check';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { GivenEvents } from '../../../test/given-event.js';
import { Given, signedIn, staff, startCommunity } from '../../../test/given.js';
import { wallClockShift } from './wall-clock.js';

let on: TestSubgraph;
let given: Given;
let events: GivenEvents;
let staffer: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  events = new GivenEvents(on);
  staffer = staff(await given.person());
});

const COPY = `mutation ($input: CopyEventInput!) { copyEvent(input: $input) { event {
  slug title edition status startsAt endsAt registrationClosesAt onlineUrl sequence publishedAt prices { audience priceCents }
  questions { nodes { label } } tracks { nodes { name kind sessions { totalCount } } } rooms { nodes { name capacity } }
  sessions { nodes { title startsAt room { name } speakers { totalCount } } } exhibitors { totalCount } }
  userErrors { code field } } }`;
const run = (viewer: Viewer, input: object): Promise<Answer> => on.as(viewer).run(COPY, { input });

async function original() {
  const event = await events.event({
    series: 'MANAGE_IT',
    edition: 2027,
    slug: 'manageit-2027',
    mode: 'HYBRID',
    online_url: 'https://meet.example/2027',
    registration_closes_at: '2027-03-08T08:00:00Z',
    sequence: 3,
  });
  await events.price(event, 'EFFECTIVE', 0);
  await events.question(event, { label: 'Dieet?' });
  const track = await events.track(event, { name: 'Spoor A' });
  const room = await events.room(event, { name: 'Zaal 1' });
  const session = await events.session(event, { title: 'Opening', track_id: track.id, room_id: room.id });
  await events.speaker(session);
  await events.session(event, { title: 'Vervallen', track_id: track.id, status: 'CANCELLED' });
  await events.exhibitor(event, await given.organisation());
  return event;
}

it('makes a draft of an event with its set-up, all times moved on the clock of Brussels', async () => {
  const { id } = await original();
  // the 9th of March is in winter, the 11th of April in summer: nine o'clock stays nine o'clock
  const input = { id, edition: 2028, title: 'ManageIT 2028', startsAt: '2028-04-11T07:00:00Z', withSessions: true };
  const { data } = await run(staffer, input);
  expect(data.copyEvent).toEqual({
    userErrors: [],
    event: {
      slug: 'manageit-2028',
      title: 'ManageIT 2028',
      edition: 2028,
      status: 'DRAFT',
      startsAt: '2028-04-11T07:00:00.000Z',
      endsAt: '2028-04-11T15:00:00.000Z',
      registrationClosesAt: '2028-04-10T07:00:00.000Z',
      onlineUrl: null,
      sequence: 0,
      publishedAt: null,
      prices: [{ audience: 'EFFECTIVE', priceCents: 0 }],
      questions: { nodes: [{ label: 'Dieet?' }] },
      tracks: { nodes: [{ name: 'Spoor A', kind: 'TECHNICAL', sessions: { totalCount: 1 } }] },
      rooms: { nodes: [{ name: 'Zaal 1', capacity: 50 }] },
      sessions: {
        nodes: [
          {
            title: 'Opening',
            startsAt: '2028-04-11T08:00:00.000Z',
            room: { name: 'Zaal 1' },
            speakers: { totalCount: 0 },
          },
        ],
      },
      exhibitors: { totalCount: 0 },
    },
  });
});

it('copies no sessions unless that is asked, and once for equal calls with one idempotencyKey', async () => {
  const event = await events.event();
  await events.session(event);
  const input = {
    id: event.id,
    edition: 2,
    title: 'Tweede keer',
    startsAt: '2028-04-11T07:00:00Z',
    idempotencyKey: 'k',
  };
  const answers = await Promise.all([1, 2, 3].map(() => run(staffer, input)));
  expect(new Set(answers.map(({ data }) => data.copyEvent.event.slug)).size).toBe(1);
  expect(answers[0]!.data.copyEvent.event.sessions.nodes).toEqual([]);
});

it('refuses an edition that there is, a stranger, and a draft that the viewer does not see', async () => {
  const event = await events.event({ series: 'CYBER_DAY', edition: 2027 });
  const draft = await events.draft();
  const input = { edition: 2027, title: 'Nog eens', startsAt: '2028-04-11T07:00:00Z' };
  const stranger = signedIn(await given.person());
  expect(await run(staffer, { ...input, id: event.id })).toHaveUserError('ALREADY_EXISTS', ['edition']);
  expect(await run(stranger, { ...input, id: event.id })).toHaveUserError('FORBIDDEN');
  expect(await run(stranger, { ...input, id: draft.id })).toHaveUserError('NOT_FOUND', ['id']);
  expect(await run(staffer, { ...input, id: event.id, title: 'x' })).toHaveUserError('BAD_USER_INPUT', ['title']);
});

describe('a shift on the clock of Brussels', () => {
  const clock = (moment: Date): string => moment.toLocaleTimeString('nl-BE', { timeZone: 'Europe/Brussels' });
  const day = 86_400_000;
  const summerTime = (moment: Date): boolean => Number(clock(moment).split(':')[0]) - moment.getUTCHours() === 2;

  it('by whole days shows the same time on that clock', () => {
    // hours that every day has once: the clock changes between two and three
    const moments = fc.record({
      start: fc.integer({ min: 0, max: 3_000 }),
      hour: fc.integer({ min: 5, max: 22 }),
      days: fc.integer({ min: -800, max: 800 }),
    });
    fc.assert(
      fc.property(moments, ({ start, hour, days }) => {
        const base = new Date(Date.UTC(2022, 0, 1, 10) + start * day);
        const target = new Date(base.getTime() + days * day);
        const sameClock = new Date(
          target.getTime() + (Number(summerTime(base)) - Number(summerTime(target))) * 3_600_000,
        );
        const moment = new Date(Date.UTC(2022, 0, 1, hour) + start * day);
        const moved = wallClockShift(base, sameClock)(moment);
        expect(clock(moved)).toBe(clock(moment));
        expect(wallClockShift(sameClock, base)(moved)).toEqual(moment);
      }),
    );
  });

  it('keeps a length of two hours, except over a change of that clock', () => {
    const moved = wallClockShift(new Date('2027-03-20T00:30:00Z'), new Date('2027-03-28T00:30:00Z'));
    expect(moved(new Date('2027-03-20T02:30:00Z')).toISOString()).toBe('2027-03-28T01:30:00.000Z');
  });
});

it('copies of a cancelled event the sessions that went with it, and not those that were cancelled before', async () => {
  const event = await events.event({ series: 'KNOWLEDGE_DAY' });
  await events.session(event, { title: 'Gepland' });
  await events.session(event, { title: 'Vervallen', status: 'CANCELLED' });
  const CANCEL = `mutation ($input: CancelEventInput!) { cancelEvent(input: $input) {
    event { sessions(orderBy: [{ field: TITLE, direction: ASC }]) { nodes { title status } } } userErrors { code } } }`;
  const cancelled = await on
    .as(staffer)
    .run(CANCEL, { input: { id: event.id, expectedVersion: 1, reason: 'De spreker is ziek.' } });
  const gone = (title: string) => ({ title, status: 'CANCELLED' });
  expect(cancelled.data.cancelEvent.event.sessions.nodes).toEqual([gone('Gepland'), gone('Vervallen')]);
  const input = { id: event.id, edition: 9, title: 'Opnieuw', startsAt: '2027-06-01T08:00:00Z', withSessions: true };
  const { data } = await run(staffer, input);
  expect(data.copyEvent.event.sessions.nodes.map(({ title }: { title: string }) => title)).toEqual(['Gepland']);
});
