import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import {
  employee,
  Given,
  type GivenOrganisation,
  type Row,
  signedIn,
  staff,
  startCommunity,
} from '../../../test/given.js';
import { CANCEL, GivenRegistration, seen } from '../../../test/given-registration.js';
import { readCalendar } from '../../../test/ics.js';

let on: TestSubgraph;
let given: Given;
let registrations: GivenRegistration;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  registrations = new GivenRegistration(on);
});

const CREATE = `mutation ($input: CreateCalendarFeedInput!) { createCalendarFeed(input: $input) {
  calendarFeed { id kind circle { id } version } address userErrors { code field message } } }`;
const REVOKE = `mutation ($input: RevokeCalendarFeedInput!) { revokeCalendarFeed(input: $input) {
  deletedId userErrors { code field message } } }`;
const MINE = '{ me { calendarFeeds { nodes { id kind } } } }';

const create = async (viewer: Viewer, input: object = { kind: 'MY_AGENDA' }) =>
  (await on.as(viewer).run(CREATE, { input })).data.createCalendarFeed;

/** What a calendar program reads from an address, without signing in. */
async function read(address: string) {
  const path = new URL(address).pathname;
  const answer = await on.subgraph.document!({ method: 'GET', path, query: {}, viewer: anonymous, requestId: 'test' });
  return answer && { ...answer, ...readCalendar(answer.body as string) };
}

const titles = async (address: string) => (await read(address))?.entries.map(({ summary }) => summary).toSorted();
const feedsOf = async (viewer: Viewer) => (await on.as(viewer).run(MINE)).data.me.calendarFeeds.nodes;
const countFeeds = async () =>
  (await on.sql<{ count: number }>('select count(*)::int as count from calendar_feed'))[0]!.count;

describe('a feed of somebody’s agenda', () => {
  it('ends when its owner signs out everywhere, and no other does', async () => {
    const [person, other] = [await given.person(), await given.person()];
    const [mine, theirs] = [await create(signedIn(person)), await create(signedIn(other))];
    await on.as(signedIn(person)).run('mutation { signOutEverywhere { userErrors { code } } }');
    expect([await read(mine.address), await feedsOf(signedIn(person))]).toEqual([undefined, []]);
    expect(await read(theirs.address)).toBeDefined();
  });

  it('has the events and sessions with a confirmed place, and no others', async () => {
    const person = await given.person();
    const [mine, other, full] = [
      await registrations.event({ title: 'Kennisdag', capacity_on_site: 1 }),
      await registrations.event({ title: 'Andere dag' }),
      await registrations.event({ title: 'Volzet', capacity_on_site: 1 }),
    ];
    await registrations.registrations(other, [await given.person()]);
    await registrations.registrations(full, [await given.person(), person]);
    await registrations.registrations(mine, [person]);
    const session = await registrations.session(mine, { title: 'Workshop' });
    await registrations.session(mine, { title: 'Andere sessie' });
    await registrations.signUp(session, signedIn(person));
    const { address } = await create(signedIn(person));
    expect(await titles(address)).toEqual(['Kennisdag', 'Workshop']);
  });

  it('shows the address to attend online to who has a place', async () => {
    const person = await given.person();
    const event = await registrations.event({
      mode: 'ONLINE',
      capacity_on_site: null,
      online_url: 'https://a.example/b?c=1,2',
    });
    await registrations.registrations(event, [person], { mode: 'ONLINE' });
    const { address } = await create(signedIn(person));
    expect((await read(address))!.entries[0]).toMatchObject({ location: 'https://a.example/b?c=1,2' });
  });

  it('loses what was given up, and has it once after a second registration', async () => {
    const person = await given.person();
    const event = await registrations.event({ title: 'Kennisdag' });
    const [first] = await registrations.registrations(event, [person]);
    const { address } = await create(signedIn(person));
    await on.as(signedIn(person)).run(CANCEL, { input: seen(first!) });
    const without = await titles(address);
    await registrations.registrations(event, [person]);
    expect([without, await titles(address)]).toEqual([[], ['Kennisdag']]);
  });

  it('strikes out what is cancelled, with a higher sequence and the reason', async () => {
    const person = await given.person();
    const event = await registrations.event({ title: 'Kennisdag' });
    await registrations.registrations(event, [person]);
    const { address } = await create(signedIn(person));
    const before = (await read(address))!.entries[0]!;
    await on
      .as(staff(await given.person()))
      .run('mutation ($input: CancelEventInput!) { cancelEvent(input: $input) { userErrors { message } } }', {
        input: { id: event.id, expectedVersion: 1, reason: 'Ziekte' },
      });
    const after = (await read(address))!.entries[0]!;
    expect([before.status, after.status, after.uid, after.description]).toEqual([
      'CONFIRMED',
      'CANCELLED',
      before.uid,
      'Ziekte',
    ]);
    expect(after.sequence).toBeGreaterThan(before.sequence);
  });

  it('shows nothing of an event that became a draft again', async () => {
    const person = await given.person();
    const event = await registrations.event();
    await registrations.registrations(event, [person]);
    const { address } = await create(signedIn(person));
    await on.sql(`update event set status = 'DRAFT', published_at = null where id = $1`, [event.id]);
    expect(await titles(address)).toEqual([]);
  });

  it('shows nothing of a private session to which the invitation was withdrawn', async () => {
    const person = await given.person();
    const event = await registrations.event({ title: 'Kennisdag' });
    await registrations.registrations(event, [person]);
    const session = await registrations.events.privateSession(event, {
      title: 'Tafelgesprek',
      signup_required: true,
      starts_at: '2026-12-10T10:00:00Z',
      ends_at: '2026-12-10T11:00:00Z',
    });
    await registrations.events.invitation(session, person);
    await registrations.signUp(session, signedIn(person));
    const { address } = await create(signedIn(person));
    const invited = await titles(address);
    await on.sql('delete from session_invitation where session_id = $1', [session.id]);
    expect([invited, await titles(address)]).toEqual([['Kennisdag', 'Tafelgesprek'], ['Kennisdag']]);
  });

  it('has more than a page', async () => {
    const person = await given.person();
    await on.sql(
      `with made as (insert into event (id, series, edition, slug, title, mode, starts_at, ends_at, status, published_at, venue_name)
        select 'event_' || n, 'OTHER', 10000 + n, 'veel-' || n, 'Veel', 'ON_SITE', '2027-01-01', '2027-01-02', 'PUBLISHED', now(), 'Zaal'
        from generate_series(1, 230) n returning id)
      insert into registration (id, event_id, person_id, mode, audience, price_cents, ticket_code, state, arrival)
        select 'registration_' || id, id, $1, 'ON_SITE', 'NON_MEMBER', 0, upper(translate(left(md5(id), 24), 'ilou', 'ABCD')), 'CONFIRMED', 1
        from made`,
      [person.id],
    );
    const { address } = await create(signedIn(person));
    expect(await titles(address)).toHaveLength(230);
  });

  it('answers the same text until something changes', async () => {
    const person = await given.person();
    const event = await registrations.event({ title: 'Kennisdag' });
    await registrations.registrations(event, [person]);
    const { address } = await create(signedIn(person));
    const [one, two] = [await read(address), await read(address)];
    await on.sql(`update event set title = 'Andere titel' where id = $1`, [event.id]);
    expect([two!.body === one!.body, (await read(address))!.body === one!.body]).toEqual([true, false]);
  });
});

describe('a feed of a circle', () => {
  let circle: Row;
  let town: GivenOrganisation;
  let person: Row;
  let member: Viewer;

  beforeEach(async () => {
    circle = await given.circle();
    town = await given.authority();
    await given.membership(circle, town);
    person = await given.person();
    await given.employment(person, town);
    member = employee(person, town);
  });

  const meeting = (columns: object = {}) => registrations.events.meeting(circle, { title: 'Overleg', ...columns });
  const follow = (viewer = member) => create(viewer, { kind: 'CIRCLE', circleId: circle.id });

  it('has the meetings of the circle, under its name', async () => {
    await meeting();
    await registrations.events.meeting(await given.circle(), { title: 'Ander overleg' });
    await meeting({ title: 'Ontwerp', status: 'DRAFT' });
    const { address } = await follow();
    expect([await titles(address), (await read(address))!.name]).toEqual([
      ['Overleg'],
      expect.stringMatching(/^Kenniskring Kring \d+$/),
    ]);
  });

  it('has the drafts too for a coordinator, as tentative, until they coordinate no more', async () => {
    const coordinator = await given.person();
    await given.coordinator(circle, coordinator);
    await given.employment(coordinator, town);
    await meeting({ title: 'Ontwerp', status: 'DRAFT' });
    const { address } = await follow(signedIn(coordinator));
    const kept = (await read(address))!.entries.map(({ summary, status }) => [summary, status]);
    await on.sql('delete from circle_coordinator where person_id = $1', [coordinator.id]);
    expect([kept, await titles(address)]).toEqual([[['Ontwerp', 'TENTATIVE']], []]);
  });

  it.each([
    ['the employer left the circle', `update circle_membership set to_date = '2026-11-02' where organisation_id = $1`],
    ['the owner left the employer', `update employment set to_date = '2026-11-02' where organisation_id = $1`],
  ])('is empty once %s', async (_what, change) => {
    await meeting();
    const { address } = await follow();
    const before = await titles(address);
    await on.sql(change, [town.id]);
    expect([before, await titles(address), (await read(address))!.status]).toEqual([['Overleg'], [], 200]);
  });

  it.each(['stranger', 'colleague of another circle'])('is refused to a %s, and nothing is written', async (who) => {
    const other = await given.authority();
    await given.membership(await given.circle(), other);
    const stranger = await given.person();
    const before = await countFeeds();
    const { address, userErrors } = await follow(who === 'stranger' ? signedIn(stranger) : employee(stranger, other));
    expect([address, userErrors[0].code, await countFeeds()]).toEqual([null, 'FORBIDDEN', before]);
  });

  it('is there for staff', async () => {
    const clerk = await given.person();
    await on.sql(`insert into staff_role (person_id, role) values ($1, 'STAFF')`, [clerk.id]);
    await meeting({ title: 'Ontwerp', status: 'DRAFT' });
    const { address } = await follow(staff(clerk));
    expect(await titles(address)).toEqual(['Ontwerp']);
  });

  it.each([
    [{ kind: 'CIRCLE' }, 'BAD_USER_INPUT'],
    [{ kind: 'CIRCLE', circleId: newId('circle') }, 'NOT_FOUND'],
    [{ kind: 'CIRCLE', circleId: 'nonsense' }, 'BAD_USER_INPUT'],
    [{ kind: 'MY_AGENDA', circleId: newId('circle') }, 'BAD_USER_INPUT'],
  ])('is refused as %j', async (input, code) => {
    const { userErrors } = await create(member, input);
    expect(userErrors).toEqual([{ code, field: ['circleId'], message: expect.any(String) }]);
  });
});

describe('the address of a feed', () => {
  it('is unguessable, shown once, and kept as a hash only', async () => {
    const viewer = signedIn(await given.person());
    const { address, calendarFeed } = await create(viewer);
    const [, token] = /^https:\/\/graph\.example\/calendar\/feeds\/([\w-]{43})\.ics$/.exec(address)!;
    const [row] = await on.sql('select * from calendar_feed where id = $1', [calendarFeed.id]);
    expect(JSON.stringify(row)).not.toContain(token);
    expect([await feedsOf(viewer), on.log.join('').includes(token!)]).toEqual([
      [{ id: calendarFeed.id, kind: 'MY_AGENDA' }],
      false,
    ]);
  });

  it.each(['', 'x', 'A'.repeat(43), `${'A'.repeat(42)}%00`])(
    'answers nothing when it is guessed as %j',
    async (token) => {
      expect(await read(`https://graph.example/calendar/feeds/${token}.ics`)).toBeUndefined();
    },
  );

  it('answers nothing once it is revoked, and others go on', async () => {
    const viewer = signedIn(await given.person());
    const [one, two] = [await create(viewer), await create(viewer)];
    const { data } = await on.as(viewer).run(REVOKE, { input: { id: one.calendarFeed.id } });
    expect([data.revokeCalendarFeed.deletedId, await read(one.address), await titles(two.address)]).toEqual([
      one.calendarFeed.id,
      undefined,
      [],
    ]);
  });

  it('answers nothing once its owner was erased', async () => {
    const person = await given.person();
    const { address } = await create(signedIn(person));
    await on.sql('delete from person where id = $1', [person.id]);
    expect(await read(address)).toBeUndefined();
  });

  it.each(['another person', 'staff'])('is seen and revoked by its owner only, not by %s', async (who) => {
    const owner = signedIn(await given.person());
    const { calendarFeed, address } = await create(owner);
    const other = await given.person();
    const viewer = who === 'staff' ? staff(other) : signedIn(other);
    const { data } = await on.as(viewer).run(REVOKE, { input: { id: calendarFeed.id } });
    const found = await on.as(viewer).run('query ($id: ID!) { node(id: $id) { id } }', { id: calendarFeed.id });
    expect(data.revokeCalendarFeed).toMatchObject({
      deletedId: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['id'] }],
    });
    expect([found.data.node, await titles(address)]).toEqual([null, []]);
  });

  it('is made for who is signed in only', async () => {
    expect(await on.as(anonymous).run(CREATE, { input: { kind: 'MY_AGENDA' } })).toHaveError('UNAUTHENTICATED');
  });

  it('once more with the same idempotencyKey is the same feed, and its address is not shown again', async () => {
    const viewer = signedIn(await given.person());
    const input = { kind: 'MY_AGENDA', idempotencyKey: 'eens' };
    const first = await create(viewer, input);
    const rows = await countFeeds();
    expect(await create(viewer, input)).toEqual({ ...first, address: null });
    expect([await countFeeds(), await titles(first.address)]).toEqual([rows, []]);
    const other = await create(signedIn(await given.person()), input);
    expect(other.calendarFeed.id).not.toBe(first.calendarFeed.id);
  });

  it('is one of at most twenty, also when they are made at once', async () => {
    const viewer = signedIn(await given.person());
    const made = await Promise.all(Array.from({ length: 25 }, () => create(viewer)));
    const refused = made.filter(({ userErrors }) => userErrors.length > 0);
    expect([refused.length, refused[0].userErrors[0].code, (await feedsOf(viewer)).length]).toEqual([
      5,
      'INVALID_STATE',
      20,
    ]);
  });
});
