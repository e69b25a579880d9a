import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { GivenEvents } from '../../../test/given-event.js';
import { employee, Given, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let events: GivenEvents;
let staffer: Viewer;
let stranger: Viewer;
let circle: Row;
let coordinator: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  events = new GivenEvents(on);
  staffer = staff(await given.person());
  stranger = employee(await given.person(), await given.organisation());
  circle = await given.circle({ reference_region: 'Westhoek' });
  const person = await given.person();
  await given.coordinator(circle, person);
  coordinator = signedIn(person);
  await on.sql(
    `insert into theme (id, slug, label, description) values ('theme_1', 'nis2', 'NIS2', 'Europese richtlijn.')`,
  );
});

beforeEach(() => on.clock.set('2026-11-02T09:00:00Z'));

const SHOWN = `{ event { id series edition slug title mode status startsAt endsAt sequence version referenceRegion
  cancellationReason publishedAt capacityOnSite certificateHours venue { name locality } themes { nodes { slug } }
  sessions { nodes { startsAt sequence } } } userErrors { code field message } }`;
const mutation = (name: string): string => {
  const input = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${name}(input: $input) ${SHOWN} }`;
};
const run = (viewer: Viewer, name: string, input: object): Promise<Answer> =>
  on.as(viewer).run(mutation(name), { input });

const valid = {
  series: 'OTHER',
  edition: 1,
  title: 'Studiedag burgerzaken',
  mode: 'HYBRID',
  startsAt: '2027-03-09T08:00:00Z',
  endsAt: '2027-03-09T16:00:00Z',
};
const meeting = () => ({ ...valid, series: 'CIRCLE_MEETING', circleId: circle.id, mode: 'ON_SITE' });

const everything = async (): Promise<unknown> =>
  on.sql('select id, version, status, starts_at, mode, sequence from event order by id');

describe('createEvent', () => {
  it('makes a draft, with a slug of its title and the region of its venue', async () => {
    await given.municipality({ postal_codes: ['8900'], reference_region: 'Westhoek', name: 'Ieper' });
    const venue = { name: 'Lakenhallen', postalCode: '8900', locality: 'Ieper' };
    const input = { ...valid, venue, themes: ['nis2'], capacityOnSite: 36, certificateHours: 3.5 };
    const { data, errors } = await run(staffer, 'createEvent', input);
    expect(errors).toBeUndefined();
    expect(data.createEvent).toMatchObject({
      userErrors: [],
      event: {
        slug: 'studiedag-burgerzaken',
        status: 'DRAFT',
        version: 1,
        sequence: 0,
        publishedAt: null,
        referenceRegion: 'Westhoek',
        capacityOnSite: 36,
        certificateHours: 3.5,
        venue: { name: 'Lakenhallen', locality: 'Ieper' },
        themes: { nodes: [{ slug: 'nis2' }] },
      },
    });
  });

  it('finds the region by the place where there is no postal code, and else by who organises it', async () => {
    const town = await given.municipality({
      reference_region: 'Limburg',
      name: 'Bilzen-Hoeselt',
      postal_codes: ['3740'],
    });
    const organiser = await given.organisation({ kind: 'MUNICIPALITY', municipality_id: town.id });
    const regionOf = async (more: object) =>
      (await run(staffer, 'createEvent', { ...valid, ...more })).data.createEvent.event.referenceRegion;
    expect([
      await regionOf({ venue: { name: 'Cultuurhuis', locality: 'bilzen-hoeselt' } }),
      await regionOf({ venue: { name: 'Cultuurhuis' }, organiserId: organiser.id }),
      await regionOf({ venue: { name: 'Cultuurhuis', locality: 'Nergens' } }),
    ]).toEqual(['Limburg', 'Limburg', null]);
  });

  it('lets a coordinator make a meeting of the own circle, in its region', async () => {
    const { data } = await run(coordinator, 'createEvent', meeting());
    expect(data.createEvent.event).toMatchObject({ series: 'CIRCLE_MEETING', referenceRegion: 'Westhoek' });
  });

  it.each<[string, () => Viewer, () => object]>([
    ['a stranger an event', () => stranger, () => valid],
    ['a stranger a meeting', () => stranger, meeting],
    ['a coordinator an event that is no meeting', () => coordinator, () => valid],
  ])('refuses %s, and writes nothing', async (_, viewer, input) => {
    const before = await everything();
    expect(await run(viewer(), 'createEvent', input())).toHaveUserError('FORBIDDEN');
    expect(await everything()).toEqual(before);
  });

  it('refuses a coordinator a meeting of another circle', async () => {
    const other = await given.circle();
    const answer = await run(coordinator, 'createEvent', { ...meeting(), circleId: other.id });
    expect(answer).toHaveUserError('FORBIDDEN');
  });

  it('refuses the anonymous', async () => {
    expect(await run(anonymous, 'createEvent', valid)).toHaveError('UNAUTHENTICATED');
  });

  it.each<[string, object, string, string?]>([
    ['a title of two characters', { title: 'ab' }, 'title'],
    ['an end before its begin', { endsAt: '2027-03-09T07:00:00Z' }, 'endsAt'],
    ['an end at its begin', { endsAt: '2027-03-09T08:00:00Z' }, 'endsAt'],
    ['no places', { capacityOnSite: 0 }, 'capacityOnSite'],
    ['a venue online', { mode: 'ONLINE', venue: { name: 'De Factorij' } }, 'venue'],
    ['places on site when it is online', { mode: 'ONLINE', capacityOnSite: 10 }, 'capacityOnSite'],
    ['places online when it is on site', { mode: 'ON_SITE', capacityOnline: 10 }, 'capacityOnline'],
    ['an address online when it is on site', { mode: 'ON_SITE', onlineUrl: 'https://meet.example/1' }, 'onlineUrl'],
    ['an address that is no https', { onlineUrl: 'http://meet.example/1' }, 'onlineUrl'],
    [
      'registration that closes after its end',
      { registrationClosesAt: '2027-03-09T16:00:01Z' },
      'registrationClosesAt',
    ],
    ['registration that opens after its end', { registrationOpensAt: '2027-03-09T16:00:00Z' }, 'registrationOpensAt'],
    [
      'registration that closes before it opens',
      { registrationOpensAt: '2027-02-02T08:00:00Z', registrationClosesAt: '2027-02-01T08:00:00Z' },
      'registrationOpensAt',
    ],
    ['a meeting of no circle', { series: 'CIRCLE_MEETING' }, 'circleId'],
    ['an unknown theme', { themes: ['koffie'] }, 'themes'],
    ['an unknown organiser', { organiserId: newId('organisation') }, 'organiserId', 'NOT_FOUND'],
    ['sessions for a certificate that it does not give', { certificateMinimumSessions: 2 }, 'certificateHours'],
    ['an offer of no hours', { offerHours: 0 }, 'offerHours'],
    ['a slug with capitals', { slug: 'Studiedag' }, 'slug'],
  ])('refuses %s, and writes nothing', async (_, change, field, code = 'BAD_USER_INPUT') => {
    const before = await everything();
    const answer = await run(staffer, 'createEvent', { ...valid, ...change });
    expect(answer).toHaveUserError(code, [field]);
    expect(await everything()).toEqual(before);
  });

  it('refuses a circle for what is no meeting, and a circle that does not exist', async () => {
    expect(await run(staffer, 'createEvent', { ...valid, circleId: circle.id })).toHaveUserError('BAD_USER_INPUT', [
      'circleId',
    ]);
    const unknown = { ...meeting(), circleId: newId('circle') };
    expect(await run(staffer, 'createEvent', unknown)).toHaveUserError('NOT_FOUND', ['circleId']);
  });

  it('takes an edition of a yearly series once, unless the first was cancelled', async () => {
    const input = { ...valid, series: 'CYBER_DAY', edition: 2027 };
    await events.event({ series: 'CYBER_DAY', edition: 2027, status: 'CANCELLED' });
    expect(await run(staffer, 'createEvent', input)).toMatchObject({ data: { createEvent: { userErrors: [] } } });
    expect(await run(staffer, 'createEvent', input)).toHaveUserError('ALREADY_EXISTS', ['edition']);
  });

  // several times: the first ones that come at once still wait for connections
  it.each([2031, 2032, 2033, 2034])('makes one of 8 editions %i that are created at once', async (edition) => {
    const input = { ...valid, series: 'SHOPT_IT', edition };
    const create = (_: unknown, index: number) =>
      run(staffer, 'createEvent', { ...input, slug: `shopt-it-${edition}-${index}` });
    const answers = await Promise.all(Array.from({ length: 8 }, create));
    const codes = answers.flatMap(({ data }) => data.createEvent.userErrors.map(({ code }: { code: string }) => code));
    expect(codes).toEqual(Array.from({ length: 7 }, () => 'ALREADY_EXISTS'));
  });

  it('refuses a slug that is taken, and has one effect for equal calls with one idempotencyKey', async () => {
    const input = { ...valid, slug: 'een-keer', idempotencyKey: 'sleutel' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => run(staffer, 'createEvent', input)));
    expect(new Set(answers.map(({ data }) => data.createEvent.event.id)).size).toBe(1);
    expect(await run(staffer, 'createEvent', { ...valid, slug: 'een-keer' })).toHaveUserError('ALREADY_EXISTS', [
      'slug',
    ]);
  });
});

describe('updateEvent', () => {
  it('changes what is sent, clears what is null, and leaves the rest', async () => {
    const { id } = await events.draft({ summary: 'Kort', description: 'Lang', capacity_on_site: 50 });
    const input = { id, expectedVersion: 1, title: 'Nieuwe titel', summary: null, capacityOnSite: 40 };
    const { data } = await run(staffer, 'updateEvent', input);
    expect(data.updateEvent.event).toMatchObject({
      title: 'Nieuwe titel',
      version: 2,
      capacityOnSite: 40,
      sequence: 0,
    });
    const [row] = await on.sql('select summary, description from event where id = $1', [id]);
    expect(row).toEqual({ summary: null, description: 'Lang' });
  });

  it('raises the sequence of a published event when its time or place changes, and for nothing else', async () => {
    const { id } = await events.event();
    const sequences: number[] = [];
    const changes = [{ title: 'Andere titel' }, { startsAt: '2027-03-09T09:00:00Z' }, { venue: { name: 'Lamot' } }];
    for (const [index, change] of changes.entries()) {
      const { data } = await run(staffer, 'updateEvent', { id, expectedVersion: index + 1, ...change });
      sequences.push(data.updateEvent.event.sequence);
    }
    expect(sequences).toEqual([0, 1, 2]);
  });

  it('lets a coordinator change a meeting of the own circle', async () => {
    const { id } = await events.meeting(circle);
    const { data } = await run(coordinator, 'updateEvent', { id, expectedVersion: 1, title: 'Kring over LB365' });
    expect(data.updateEvent.event.title).toBe('Kring over LB365');
  });

  it.each<[string, () => Viewer, () => Promise<Row>, string]>([
    ['a stranger a published event', () => stranger, () => events.event(), 'FORBIDDEN'],
    ['a stranger a draft, as if it did not exist', () => stranger, () => events.draft(), 'NOT_FOUND'],
    ['a coordinator another event', () => coordinator, () => events.event(), 'FORBIDDEN'],
    ['staff an event that was cancelled', () => staffer, () => events.event({ status: 'CANCELLED' }), 'INVALID_STATE'],
    ['staff an event that was archived', () => staffer, () => events.event({ status: 'ARCHIVED' }), 'INVALID_STATE'],
  ])('refuses %s, and writes nothing', async (_, viewer, make, code) => {
    const { id } = await make();
    const before = await everything();
    expect(await run(viewer(), 'updateEvent', { id, expectedVersion: 1, title: 'Titel' })).toHaveUserError(code);
    expect(await everything()).toEqual(before);
  });

  it('refuses another version than the current one', async () => {
    const { id } = await events.event();
    expect(await run(staffer, 'updateEvent', { id, expectedVersion: 2 })).toHaveUserError('CONFLICT', [
      'expectedVersion',
    ]);
  });

  it.each<[string, object, string, string]>([
    ['another edition', { edition: 7777 }, 'BAD_USER_INPUT', 'edition'],
    ['another slug', { slug: 'ander-adres' }, 'BAD_USER_INPUT', 'slug'],
    ['a begin in the past', { startsAt: '2026-11-01T09:00:00Z' }, 'BAD_USER_INPUT', 'startsAt'],
    ['a mode that its venue does not fit', { mode: 'ONLINE' }, 'BAD_USER_INPUT', 'venue'],
    ['a title that is cleared', { title: null }, 'BAD_USER_INPUT', 'title'],
  ])('refuses a published event %s', async (_, change, code, field) => {
    const { id } = await events.event();
    const before = await everything();
    expect(await run(staffer, 'updateEvent', { id, expectedVersion: 1, ...change })).toHaveUserError(code, [field]);
    expect(await everything()).toEqual(before);
  });

  it('refuses to move an event that is over', async () => {
    const { id } = await events.event();
    on.clock.set('2027-03-09T16:00:00Z');
    const answer = await run(staffer, 'updateEvent', { id, expectedVersion: 1, endsAt: '2027-03-10T16:00:00Z' });
    expect(answer).toHaveUserError('INVALID_STATE');
  });

  it('refuses times outside of which sessions would lie, and leaves cancelled ones out of it', async () => {
    const event = await events.event();
    await events.session(event);
    const change = { id: event.id, expectedVersion: 1, startsAt: '2027-03-09T09:30:00Z' };
    expect(await run(staffer, 'updateEvent', change)).toHaveUserError('BAD_USER_INPUT', ['startsAt']);
    await on.sql(`update event_session set status = 'CANCELLED' where event_id = $1`, [event.id]);
    expect((await run(staffer, 'updateEvent', change)).data.updateEvent.userErrors).toEqual([]);
  });

  it('moves the sessions along, through each other’s rooms, on the clock of Brussels when that changes', async () => {
    const event = await events.event();
    const room = await events.room(event);
    await events.session(event, { room_id: room.id });
    const second = { starts_at: '2027-03-09T10:00:00Z', ends_at: '2027-03-09T11:00:00Z' };
    await events.session(event, { room_id: room.id, ...second });
    // 9 o'clock in winter is 8 in UTC; in summer 7
    const times = { startsAt: '2027-04-13T08:00:00Z', endsAt: '2027-04-13T16:00:00Z' };
    const input = { id: event.id, expectedVersion: 1, ...times, moveSessions: true };
    const { data } = await run(staffer, 'updateEvent', input);
    expect(data.updateEvent.event.sessions.nodes).toEqual([
      { startsAt: '2027-04-13T09:00:00.000Z', sequence: 1 },
      { startsAt: '2027-04-13T10:00:00.000Z', sequence: 1 },
    ]);
    const hour = { startsAt: '2027-04-13T09:00:00Z', endsAt: '2027-04-13T17:00:00Z' };
    const later = await run(staffer, 'updateEvent', { id: event.id, expectedVersion: 2, ...hour, moveSessions: true });
    expect(later.data.updateEvent.event.sessions.nodes[0].startsAt).toBe('2027-04-13T10:00:00.000Z');
  });
});

describe('the life of an event', () => {
  const step = (viewer: Viewer, name: string, { id }: Row, more: object = {}): Promise<Answer> =>
    run(viewer, name, { id, expectedVersion: 1, ...more });
  const reason = 'De spreker is ziek.';

  it('goes from draft to published', async () => {
    const draft = await events.draft();
    await events.price(draft, 'EFFECTIVE', 0);
    const { data } = await step(staffer, 'publishEvent', draft);
    expect(data.publishEvent.event).toMatchObject({
      status: 'PUBLISHED',
      publishedAt: '2026-11-02T09:00:00.000Z',
      sequence: 0,
    });
  });

  it('ends when it is cancelled, with a reason and a new sequence', async () => {
    const { data } = await step(staffer, 'cancelEvent', await events.event(), { reason });
    expect(data.cancelEvent.event).toMatchObject({ status: 'CANCELLED', cancellationReason: reason, sequence: 1 });
  });

  it('ends in the archive once it is over', async () => {
    const event = await events.event();
    expect(await step(staffer, 'archiveEvent', event)).toHaveUserError('INVALID_STATE');
    on.clock.set('2027-03-09T16:00:00Z');
    expect((await step(staffer, 'archiveEvent', event)).data.archiveEvent.event.status).toBe('ARCHIVED');
  });

  const made = {
    draft: () => events.draft(),
    published: () => events.event(),
    cancelled: () => events.event({ status: 'CANCELLED' }),
    archived: () => events.event({ status: 'ARCHIVED' }),
    'begun draft': () => events.draft({ starts_at: '2026-11-02T09:00:00Z' }),
    ended: () => events.event({ starts_at: '2026-11-01T09:00:00Z', ends_at: '2026-11-02T09:00:00Z' }),
  };
  it.each<[string, keyof typeof made, object]>([
    ['publishEvent', 'published', {}],
    ['publishEvent', 'cancelled', {}],
    ['publishEvent', 'archived', {}],
    ['publishEvent', 'begun draft', {}],
    ['cancelEvent', 'draft', { reason }],
    ['cancelEvent', 'cancelled', { reason }],
    ['cancelEvent', 'archived', { reason }],
    ['cancelEvent', 'ended', { reason }],
    ['archiveEvent', 'draft', {}],
    ['archiveEvent', 'published', {}],
    ['archiveEvent', 'cancelled', {}],
    ['archiveEvent', 'archived', {}],
  ])('has no %s for what is %s', async (name, which, more) => {
    const event = await made[which]();
    const before = await everything();
    expect(await step(staffer, name, event, more)).toHaveUserError('INVALID_STATE');
    expect(await everything()).toEqual(before);
  });

  it.each([
    ['publishEvent', {}, 'draft', 'NOT_FOUND'],
    ['cancelEvent', { reason }, 'published', 'FORBIDDEN'],
    ['archiveEvent', {}, 'ended', 'FORBIDDEN'],
  ] as const)('refuses a stranger %s', async (name, more, which, code) => {
    expect(await step(stranger, name, await made[which](), more)).toHaveUserError(code);
  });

  it('is published with a place when people come there', async () => {
    const event = await events.draft({ venue_name: null });
    expect(await step(staffer, 'publishEvent', event)).toHaveUserError('BAD_USER_INPUT', ['venue']);
    const online = await events.draft({ mode: 'ONLINE' });
    await events.price(online, 'NON_MEMBER', 0);
    expect((await step(staffer, 'publishEvent', online)).data.publishEvent.userErrors).toEqual([]);
  });

  it('is published with a price, for otherwise nobody may register', async () => {
    const event = await events.draft();
    const before = await everything();
    expect(await step(staffer, 'publishEvent', event)).toHaveUserError('BAD_USER_INPUT', ['prices']);
    expect(await everything()).toEqual(before);
  });

  it('is cancelled for a reason, in the version that was seen', async () => {
    const event = await events.event();
    expect(await step(staffer, 'cancelEvent', event, { reason: 'x' })).toHaveUserError('BAD_USER_INPUT', ['reason']);
    const old = { reason, expectedVersion: 3 };
    expect(await step(staffer, 'cancelEvent', event, old)).toHaveUserError('CONFLICT');
  });

  const DELETE = `mutation ($input: DeleteEventInput!) { deleteEvent(input: $input) { deletedId userErrors { code } } }`;

  it('of a draft may end with its removal, programme and all', async () => {
    const event = await events.draft();
    await events.session(event);
    await events.price(event, 'EFFECTIVE', 0);
    const input = { id: event.id, expectedVersion: 1 };
    expect(await on.as(stranger).run(DELETE, { input })).toHaveUserError('NOT_FOUND');
    expect((await on.as(staffer).run(DELETE, { input })).data.deleteEvent.deletedId).toBe(event.id);
    expect(await on.sql('select from event_session where event_id = $1', [event.id])).toEqual([]);
  });

  it('of a published event does not', async () => {
    const input = { id: (await events.event()).id, expectedVersion: 1 };
    expect(await on.as(staffer).run(DELETE, { input })).toHaveUserError('INVALID_STATE');
  });
});
