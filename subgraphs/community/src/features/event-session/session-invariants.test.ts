import { Client } from 'pg';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { type GivenEvent, GivenEvents } from '../../../test/given-event.js';
import { Given, startCommunity } from '../../../test/given.js';

// what the database refuses by itself, whatever a service does

let on: TestSubgraph;
let given: Given;
let events: GivenEvents;
let event: GivenEvent;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  events = new GivenEvents(on);
});

beforeEach(async () => {
  event = await events.event();
});

const refusal = async (work: () => Promise<unknown>): Promise<string | undefined> => {
  try {
    await work();
    return undefined;
  } catch (error) {
    return (error as { constraint?: string }).constraint;
  }
};

it.each([
  ['event_session_inside_event', { starts_at: '2027-03-09T07:59:59Z' }],
  ['event_session_inside_event', { ends_at: '2027-03-09T16:00:01Z' }],
  ['event_session_times', { ends_at: '2027-03-09T09:00:00Z' }],
  ['event_session_cyfun_categories_check', { cyfun_categories: ['PR.AT', 'awareness'] }],
  ['event_session_capacity_check', { capacity: 0 }],
])('%s refuses a session with %j', async (constraint, columns) => {
  expect(await refusal(() => events.session(event, columns))).toBe(constraint);
});

it('refuses two sessions in one room at one time, unless one of them was cancelled', async () => {
  const { id: room_id } = await events.room(event);
  await events.session(event, { room_id });
  expect(await refusal(() => events.session(event, { room_id }))).toBe('event_session_room_is_free');
  expect(await refusal(() => events.session(event, { room_id, status: 'CANCELLED' }))).toBeUndefined();
});

it('refuses a session that its room does not hold, also when the room shrinks', async () => {
  const { id } = await events.room(event, { capacity: 10 });
  expect(await refusal(() => events.session(event, { room_id: id, capacity: 11 }))).toBe('event_session_fits_room');
  await events.session(event, { room_id: id, capacity: 10 });
  expect(await refusal(() => on.sql('update room set capacity = 9 where id = $1', [id]))).toBe(
    'event_session_fits_room',
  );
});

it('refuses times of an event outside of which a session lies', async () => {
  await events.session(event);
  const shorten = () => on.sql(`update event set ends_at = '2027-03-09T09:30:00Z' where id = $1`, [event.id]);
  expect(await refusal(shorten)).toBe('event_session_inside_event');
});

it('refuses a track or a room of another event', async () => {
  const other = await events.event();
  const [track, room] = [await events.track(other), await events.room(other)];
  expect(await refusal(() => events.session(event, { track_id: track.id }))).toMatch(/track_id/);
  expect(await refusal(() => events.session(event, { room_id: room.id }))).toMatch(/room_id/);
});

it('keeps a session inside its event when both change at the same time', async () => {
  const session = await events.session(event);
  const [one, other] = [
    new Client({ connectionString: on.urls.owner }),
    new Client({ connectionString: on.urls.owner }),
  ];
  await Promise.all([one.connect(), other.connect()]);
  try {
    await one.query('begin');
    await other.query('begin');
    await one.query(`update event set ends_at = '2027-03-09T12:00:00Z' where id = $1`, [event.id]);
    await other.query(
      `update event_session set starts_at = starts_at + interval '4 hours', ends_at = ends_at + interval '4 hours' where id = $1`,
      [session.id],
    );
    const later = refusal(() => other.query('commit'));
    await one.query('commit');
    expect(await later).toBe('event_session_inside_event');
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
});

it.each<[string, object]>([
  ['event_times', { ends_at: '2027-03-09T08:00:00Z' }],
  ['event_circle', { series: 'CIRCLE_MEETING' }],
  ['event_on_site', { mode: 'ONLINE', capacity_on_site: 5 }],
  ['event_on_site', { mode: 'ONLINE', venue_name: 'De Factorij' }],
  ['event_online', { capacity_online: 5 }],
  ['event_online', { online_url: 'https://meet.example/1' }],
  ['event_registration_window', { registration_closes_at: '2027-03-09T16:00:01Z' }],
  ['event_registration_window', { registration_opens_at: '2027-03-09T16:00:00Z' }],
  [
    'event_registration_window',
    { registration_opens_at: '2027-02-02T00:00:00Z', registration_closes_at: '2027-02-01T00:00:00Z' },
  ],
  ['event_cancelled', { status: 'CANCELLED', cancellation_reason: null }],
  ['event_cancelled', { cancellation_reason: 'Ziekte' }],
  ['event_published', { published_at: null }],
  ['event_series_exists', { series: 'FESTIVAL' }],
  ['event_slug_check', { slug: 'Geen Slug' }],
  ['event_capacity_on_site_check', { capacity_on_site: 0 }],
])('%s refuses an event with %j', async (constraint, columns) => {
  expect(await refusal(() => events.event({ ...columns }))).toBe(constraint);
});

it('refuses a second edition of a yearly series, unless the first was cancelled', async () => {
  const edition = { series: 'MANAGE_IT', edition: 2031 };
  await events.event({ ...edition, slug: 'een', status: 'CANCELLED' });
  await events.event({ ...edition, slug: 'twee' });
  expect(await refusal(() => events.event({ ...edition, slug: 'drie' }))).toBe('event_one_edition');
});

it('takes a speaker away with the person, and an invitation too', async () => {
  const session = await events.session(event);
  const person = await given.person();
  await events.speaker(session, { person_id: person.id });
  await events.invitation(session, person);
  await on.sql('delete from person where id = $1', [person.id]);
  const rows =
    'select id from session_speaker where session_id = $1 union all select id from session_invitation where session_id = $1';
  expect(await on.sql(rows, [session.id])).toEqual([]);
});
