import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous } from '@lokaal/shared/auth';
import { GivenEvents } from '../../../test/given-event.js';
import { GivenRegistration } from '../../../test/given-registration.js';
import { Given, type Row, startCommunity, statementsOf } from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let events: GivenEvents;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  events = new GivenEvents(on);
});

const EVENT = `query ($id: ID, $slug: String) { event(id: $id, slug: $slug) {
  series edition slug title summary mode startsAt endsAt lifecycle status registrationOpen
  venue { name street postalCode locality } organiser { legalName } circle { name }
  prices { audience priceCents }
  questions { nodes { position label kind options required } }
  tracks { nodes { name kind event { id } sessions { totalCount } } totalCount facets { kind { value count } } }
  rooms { nodes { name capacity event { id } sessions { nodes { title } } } }
  exhibitors { nodes { stand organisation { legalName } event { id } } }
  themes { nodes { slug } }
  sessions { totalCount nodes { title startsAt event { id } track { name } room { name } vendorOrganisation { legalName }
    cyfunCategories themes { nodes { slug } } speakers { nodes { name position person { name } session { id } } }
    materials { nodes { title url access session { id } } } invitations { totalCount } } }
  otherEditions { nodes { edition } } } }`;

const LIST = `query ($lifecycle: [EventLifecycle!], $filter: EventFilter, $search: String, $orderBy: [EventOrder!]) {
  events(lifecycle: $lifecycle, filter: $filter, search: $search, orderBy: $orderBy) { nodes { slug } totalCount } }`;

async function slugs(variables: Record<string, unknown>): Promise<string[]> {
  const { data } = await on.as(anonymous).run(LIST, variables);
  return data.events.nodes.map(({ slug }: { slug: string }) => slug);
}

describe('an event', () => {
  it('shows its whole programme in one statement, found by its slug or its id', async () => {
    const organiser = await given.organisation({ kind: 'ASSOCIATION', legal_name: 'Vereniging' });
    const company = await given.organisation({ legal_name: 'Alvolde BV' });
    await on.sql(
      `insert into theme (id, slug, label, description) values ('theme_1', 'nis2', 'NIS2', 'Europese richtlijn.')`,
    );
    const event = await events.event({
      series: 'SHOPT_IT',
      edition: 2027,
      slug: 'shopt-it-2027',
      title: 'Shopt IT 2027',
      organiser_id: organiser.id,
      themes: ['nis2'],
      street: 'Huart Hamoirlaan 136',
      postal_code: '1030',
      locality: 'Schaarbeek',
    });
    await events.event({ series: 'SHOPT_IT', edition: 2026, slug: 'shopt-it-2026' });
    await events.price(event, 'COMPANY', 15_000);
    await events.price(event, 'EFFECTIVE', 0);
    await events.question(event, { position: 1, label: 'Dieet?', kind: 'CHOICE', options: ['Geen', 'Vegetarisch'] });
    const track = await events.track(event, { name: 'Spoor A' });
    const room = await events.room(event, { name: 'Zaal 1' });
    await events.exhibitor(event, company, { stand: 'A1' });
    const session = await events.session(event, {
      title: 'Netwerksegmentatie',
      track_id: track.id,
      room_id: room.id,
      vendor_organisation_id: company.id,
      themes: ['nis2'],
      cyfun_categories: ['PR.AC'],
    });
    const shy = await given.person();
    await events.speaker(session, { person_id: shy.id, name: 'Stef Stil', position: 1 });
    const material = await events.material(session);
    const { data, errors } = await on.as(anonymous).run(EVENT, { slug: 'shopt-it-2027' });
    expect(errors).toBeUndefined();
    expect(data.event).toEqual({
      series: 'SHOPT_IT',
      edition: 2027,
      slug: 'shopt-it-2027',
      title: 'Shopt IT 2027',
      summary: null,
      mode: 'ON_SITE',
      startsAt: '2027-03-09T08:00:00.000Z',
      endsAt: '2027-03-09T16:00:00.000Z',
      lifecycle: 'UPCOMING',
      status: 'PUBLISHED',
      registrationOpen: true,
      venue: { name: 'De Factorij', street: 'Huart Hamoirlaan 136', postalCode: '1030', locality: 'Schaarbeek' },
      organiser: { legalName: 'Vereniging' },
      circle: null,
      prices: [
        { audience: 'EFFECTIVE', priceCents: 0 },
        { audience: 'COMPANY', priceCents: 15_000 },
      ],
      questions: {
        nodes: [{ position: 1, label: 'Dieet?', kind: 'CHOICE', options: ['Geen', 'Vegetarisch'], required: false }],
      },
      tracks: {
        nodes: [{ name: 'Spoor A', kind: 'TECHNICAL', event: { id: event.id }, sessions: { totalCount: 1 } }],
        totalCount: 1,
        facets: { kind: [{ value: 'TECHNICAL', count: 1 }] },
      },
      rooms: {
        nodes: [
          {
            name: 'Zaal 1',
            capacity: 50,
            event: { id: event.id },
            sessions: { nodes: [{ title: 'Netwerksegmentatie' }] },
          },
        ],
      },
      exhibitors: { nodes: [{ stand: 'A1', organisation: { legalName: 'Alvolde BV' }, event: { id: event.id } }] },
      themes: { nodes: [{ slug: 'nis2' }] },
      sessions: {
        totalCount: 1,
        nodes: [
          {
            title: 'Netwerksegmentatie',
            startsAt: '2027-03-09T09:00:00.000Z',
            event: { id: event.id },
            track: { name: 'Spoor A' },
            room: { name: 'Zaal 1' },
            vendorOrganisation: { legalName: 'Alvolde BV' },
            cyfunCategories: ['PR.AC'],
            themes: { nodes: [{ slug: 'nis2' }] },
            speakers: { nodes: [{ name: 'Stef Stil', position: 1, person: null, session: { id: session.id } }] },
            materials: {
              nodes: [
                {
                  title: 'Presentatie',
                  url: material['url' as never],
                  access: 'PUBLIC',
                  session: { id: session.id },
                },
              ],
            },
            invitations: { totalCount: 0 },
          },
        ],
      },
      otherEditions: { nodes: [{ edition: 2026 }] },
    });
    expect((await on.as(anonymous).run(EVENT, { id: event.id })).data.event.slug).toBe('shopt-it-2027');
    expect(await statementsOf(() => on.as(anonymous).run(EVENT, { id: event.id }))).toBe(1);
  });

  it('that does not exist is null, and one must say which', async () => {
    expect((await on.as(anonymous).run(EVENT, { slug: 'koffiepauze' })).data).toEqual({ event: null });
    expect(await on.as(anonymous).run(EVENT, {})).toHaveError('BAD_USER_INPUT');
  });

  it.each([
    ['opens later', { registration_opens_at: '2026-11-02T09:00:01Z' }, false],
    ['opens now', { registration_opens_at: '2026-11-02T09:00:00Z' }, true],
    ['closes now', { registration_closes_at: '2026-11-02T09:00:00Z' }, false],
    ['closes later', { registration_closes_at: '2026-11-02T09:00:01Z' }, true],
    ['began', { starts_at: '2026-11-02T09:00:00Z' }, false],
    ['was cancelled', { status: 'CANCELLED' }, false],
  ])('whose registration %s says so', async (_, columns, open) => {
    const event = await events.event(columns);
    await events.price(event, 'EFFECTIVE', 0);
    expect(await isOpen(event)).toBe(open);
  });

  it('without a price for anybody is not open to register for', async () => {
    expect(await isOpen(await events.event())).toBe(false);
  });

  const isOpen = async ({ id }: Row): Promise<boolean> =>
    (await on.as(anonymous).run('query ($id: ID) { event(id: $id) { registrationOpen } }', { id })).data.event
      .registrationOpen;

  it('that was cancelled has no places left', async () => {
    const { id } = await events.event({ status: 'CANCELLED', mode: 'HYBRID', capacity_on_site: 250 });
    const query = 'query ($id: ID) { event(id: $id) { places { mode capacity remaining full } } }';
    expect((await on.as(anonymous).run(query, { id })).data.event.places).toEqual([
      { mode: 'ON_SITE', capacity: 250, remaining: 0, full: false },
      { mode: 'ONLINE', capacity: null, remaining: 0, full: false },
    ]);
  });
});

describe('the list of events', () => {
  beforeAll(async () => {
    await events.event({
      slug: 'voorbij',
      title: 'Dag van de archivaris',
      edition: 9001,
      series: 'KNOWLEDGE_DAY',
      starts_at: '2026-11-02T07:00:00Z',
      ends_at: '2026-11-02T09:00:00Z',
      reference_region: 'Westhoek',
    });
    await events.event({
      slug: 'bezig',
      title: 'Webinar paspoorten',
      edition: 9002,
      series: 'KNOWLEDGE_DAY',
      mode: 'ONLINE',
      starts_at: '2026-11-02T09:00:00Z',
      ends_at: '2026-11-02T10:00:00Z',
      themes: ['burgerzaken'],
    });
    await events.event({
      slug: 'komt',
      title: 'Studiedag burgerzaken',
      edition: 9003,
      series: 'KNOWLEDGE_DAY',
      starts_at: '2026-11-02T09:00:01Z',
      ends_at: '2026-11-02T10:00:00Z',
      themes: ['burgerzaken'],
    });
  });

  const series = { series: { eq: 'KNOWLEDGE_DAY' } };

  it.each([
    [['ENDED'], ['voorbij']],
    [['ONGOING'], ['bezig']],
    [['UPCOMING'], ['komt']],
    [
      ['ONGOING', 'UPCOMING'],
      ['bezig', 'komt'],
    ],
    [[], []],
    [null, ['voorbij', 'bezig', 'komt']],
  ])('asked for what is %j has %j, to the second', async (lifecycle, found) => {
    expect(await slugs({ lifecycle, filter: series })).toEqual(found);
  });

  it('of what is to come has none that was cancelled; its status finds it', async () => {
    await events.event({ slug: 'afgelast', status: 'CANCELLED', edition: 9101, series: 'WEBINAR', mode: 'ONLINE' });
    const filter = { series: { eq: 'WEBINAR' }, edition: { eq: 9101 } };
    expect([
      await slugs({ lifecycle: ['UPCOMING'], filter }),
      await slugs({ filter: { ...filter, status: { eq: 'CANCELLED' } } }),
    ]).toEqual([[], ['afgelast']]);
  });

  it.each([
    [{ themeSlugs: { has: 'burgerzaken' } }, ['bezig', 'komt']],
    [{ mode: { eq: 'ONLINE' } }, ['bezig']],
    [{ referenceRegion: { eq: 'Westhoek' } }, ['voorbij']],
    [{ edition: { gte: 9002 } }, ['bezig', 'komt']],
    [{ startsAt: { gt: '2026-11-02T09:00:00Z' } }, ['komt']],
  ])('filtered by %j has %j', async (filter, found) => {
    expect(await slugs({ filter: { ...series, ...filter } })).toEqual(found);
  });

  it('is searched in Dutch, also with a typing error, and ordered', async () => {
    expect([
      await slugs({ search: 'studiedagen' }),
      await slugs({ search: 'archivarus' }),
      await slugs({ filter: series, orderBy: [{ field: 'EDITION', direction: 'DESC' }] }),
    ]).toEqual([['komt'], ['voorbij'], ['komt', 'bezig', 'voorbij']]);
  });

  it('counts by series, mode and theme', async () => {
    const query = `query ($filter: EventFilter) { events(filter: $filter) { facets {
      series { value count } mode { value count } themeSlugs { value count } } } }`;
    expect((await on.as(anonymous).run(query, { filter: series })).data.events.facets).toEqual({
      series: [{ value: 'KNOWLEDGE_DAY', count: 3 }],
      mode: [
        { value: 'ON_SITE', count: 2 },
        { value: 'ONLINE', count: 1 },
      ],
      themeSlugs: [{ value: 'burgerzaken', count: 2 }],
    });
  });
});

it('a series has its editions, with who came, to be compared in one statement', async () => {
  const arranged = new GivenRegistration(on);
  for (const edition of [2024, 2025]) {
    const event = await events.event({ series: 'MANAGE_IT', edition, slug: `manageit-${edition}` });
    await events.price(event, 'NON_MEMBER', 0);
    for (let count = 2023; count < edition; count += 1) await events.session(event);
    await arranged.registrations(event, await arranged.people(4));
    const states = ['ATTENDED', 'ATTENDED', 'NO_SHOW', 'CANCELLED'].slice(0, edition - 2021);
    const rows = await on.sql<Row>('select id from registration where event_id = $1 order by id', [event.id]);
    for (const [index, state] of states.entries())
      await on.sql(
        `update registration set state = $2, checked_in_at = case when $2 = 'ATTENDED' then now() end,
          cancelled_at = case when $2 = 'CANCELLED' then now() end where id = $1`,
        [rows[index]!.id, state],
      );
  }
  const query = `{ eventSeries(filter: { code: { eq: MANAGE_IT } }) { nodes { code name
    editions(orderBy: [{ field: EDITION }]) { totalCount nodes { edition sessions { totalCount }
      attendance { registered attended noShow } } } } } }`;
  const { data } = await on.as(anonymous).run(query);
  expect(data.eventSeries.nodes).toEqual([
    {
      code: 'MANAGE_IT',
      name: 'ManageIT',
      editions: {
        totalCount: 2,
        nodes: [
          { edition: 2024, sessions: { totalCount: 1 }, attendance: { registered: 4, attended: 2, noShow: 1 } },
          { edition: 2025, sessions: { totalCount: 2 }, attendance: { registered: 3, attended: 2, noShow: 1 } },
        ],
      },
    },
  ]);
  expect(await statementsOf(() => on.as(anonymous).run(query))).toBe(1);
});
