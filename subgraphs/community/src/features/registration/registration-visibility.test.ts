import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import {
  employee,
  Given,
  type GivenOrganisation,
  type GivenPerson,
  inRoles,
  type Row,
  signedIn,
  staff,
  statementsOf,
  startCommunity,
} from '../../../test/given.js';
import { GivenMembership } from '../../../test/given-membership.js';
import { linking } from '../../../test/other-process.js';
import {
  CANCEL,
  CHANGE_MODE,
  type GivenRegistered,
  GivenRegistration,
  seen,
} from '../../../test/given-registration.js';
import { freePlacesOf } from './registration-erasure.js';
import { createDataSource } from '@lokaal/shared/database';
import { closeBeforeDropping } from '../../../../../shared/test/database.js';
import { communityEntities } from '../../schema.js';

let on: TestSubgraph;
let given: Given;
let events: GivenRegistration;
let event: Row;
let town: GivenOrganisation;
let elsewhere: GivenOrganisation;
let company: GivenOrganisation;
let stranger: GivenPerson;
let coordinator: GivenPerson;
let effectiveMember: GivenPerson;
let registered: Record<'open' | 'shy' | 'waiting' | 'cancelled', GivenRegistered>;

/** A meeting of a circle with 2 places: Open agreed to be in the directory, Shy did not; both work for the town, as who waits does. */
beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  events = new GivenRegistration(on);
  [town, elsewhere, company] = [await given.authority(), await given.authority(), await given.organisation()];
  [stranger, coordinator] = [await given.person(), await given.person()];
  effectiveMember = await given.person();
  await new GivenMembership(on).effectiveApproved(effectiveMember);
  const circle = await given.circle();
  await given.coordinator(circle, coordinator);
  event = await events.event({ series: 'CIRCLE_MEETING', circle_id: circle.id });
  const open = await given.person({ name: 'Oona Open', consent_directory: true });
  const shy = await given.person({ name: 'Sjef Schuw' });
  const waiting = await given.person({ name: 'Wies Wacht', consent_directory: true });
  const cancelled = await given.person({ name: 'Anna Af', consent_directory: true });
  for (const person of [open, shy, waiting, cancelled]) await given.employment(person, town);
  const gone = await events.register(event, cancelled);
  await events.ask(gone.viewer, CANCEL, seen(gone));
  const [first, second, third] = await events.registrations(event, [open, shy, waiting]);
  registered = { open: first!, shy: second!, waiting: third!, cancelled: gone };
});

const LIST = `query ($id: ID!) { event(id: $id) { registrations { totalCount nodes { id person { name } state } } } }`;
const withRole = (role: string, organisation: GivenOrganisation): Viewer =>
  inRoles(employee(stranger, organisation), role);

/** Names that a viewer sees in the list; the count says how many there are. */
async function listFor(viewer: Viewer): Promise<string[]> {
  const { data } = await on.as(viewer).run(LIST, { id: event.id });
  const { nodes, totalCount } = data.event.registrations;
  expect(totalCount).toBe(nodes.length);
  return nodes
    .map(({ person, state }: { person: { name: string } | null; state: string }) => `${person?.name} ${state}`)
    .sort();
}

const everybody = ['Anna Af CANCELLED', 'Oona Open CONFIRMED', 'Sjef Schuw CONFIRMED', 'Wies Wacht WAITLISTED'];
const whoAgreed = ['Oona Open CONFIRMED'];
const colleagues = ['Oona Open CONFIRMED', 'Sjef Schuw CONFIRMED'];

type Case = readonly [who: string, viewer: () => Viewer, sees: readonly string[]];

/** Who takes part in an event (README, "Who sees what"), for every kind of viewer. */
const cases: readonly Case[] = [
  ['the anonymous', () => anonymous, []],
  ['who made an account, as a vendor may beside the one for work', () => signedIn(stranger), []],
  ['an effective member', () => signedIn(effectiveMember), whoAgreed],
  ['a member of another authority', () => withRole('READER', elsewhere), whoAgreed],
  ['a DPO of another authority', () => withRole('DPO', elsewhere), whoAgreed],
  ['a vendor', () => withRole('VENDOR_EDITOR', company), []],
  ['a reader of the own authority', () => withRole('READER', town), whoAgreed],
  ['a DPO of the own authority', () => withRole('DPO', town), colleagues],
  ['an editor of the own authority', () => withRole('PORTFOLIO_EDITOR', town), colleagues],
  ['who acts for the own authority', () => withRole('MEMBER_CONTACT', town), everybody],
  ['staff', () => staff(stranger), everybody],
  ['who waits', () => registered.waiting.viewer, ['Wies Wacht WAITLISTED']],
];

it.each(cases)(
  'the list of participants shows %s whom they may see, and counts no others',
  async (_who, viewer, sees) => {
    expect(await listFor(viewer())).toEqual(sees);
  },
);

it('the coordinator of the circle sees all registrations, and of the people those who may be seen', async () => {
  const { data } = await on.as(signedIn(coordinator)).run(LIST, { id: event.id });
  expect(data.event.registrations.totalCount).toBe(4);
});

it.each(['node', '_entities', 'filter', 'a person'])('a hidden registration cannot be reached by %s', async (path) => {
  const { id } = registered.shy;
  const queries: Record<string, string> = {
    node: 'query ($id: ID!) { found: node(id: $id) { ... on Registration { state } } }',
    _entities: `query ($id: ID!) { found: _entities(representations: [{ __typename: "Registration", id: $id }]) { ... on Registration { state } } }`,
    filter: `query ($event: ID!) { event(id: $event) { registrations(filter: { state: { eq: WAITLISTED } }) { totalCount } } }`,
    'a person': `query ($person: ID!) { found: node(id: $person) { ... on Person { registrations { totalCount } } } }`,
  };
  const variables = { id, event: event.id, person: registered.shy.viewer.personId };
  const answer = JSON.stringify((await on.as(signedIn(effectiveMember)).run(queries[path]!, variables)).data);
  expect(answer).not.toMatch(/"state"|"totalCount":[1-9]/);
});

it('only who is concerned reads price, answers, position and times; the ticket code only the person and staff', async () => {
  const CONFIDED = `query ($id: ID!) { node(id: $id) { ... on Registration { audience priceCents answers { answer }
    waitingPosition offeredAt registeredBy { id } ticketCode } } }`;
  const read = async (viewer: Viewer, { id }: GivenRegistered) => {
    const { data } = await on.as(viewer).run(CONFIDED, { id });
    return (
      data.node && [data.node.audience, data.node.answers, data.node.waitingPosition, data.node.ticketCode !== null]
    );
  };
  expect([
    await read(registered.waiting.viewer, registered.waiting),
    await read(staff(stranger), registered.waiting),
    await read(withRole('ICT_MANAGER', town), registered.waiting),
    await read(withRole('DPO', town), registered.open),
    await read(signedIn(effectiveMember), registered.open),
    await read(signedIn(stranger), registered.open),
    await read(signedIn(stranger), registered.waiting),
  ]).toEqual([
    ['NON_MEMBER', [], 1, true],
    ['NON_MEMBER', [], 1, true],
    ['NON_MEMBER', [], 1, false],
    [null, null, null, false],
    [null, null, null, false],
    null,
    null,
  ]);
});

it.each(['ticketCode: { eq: "x" }', 'priceCents: { gt: 1 }', 'personId: { isNull: true }'])(
  'lists cannot be filtered by what is confided: %s',
  async (filter) => {
    const query = `{ events { nodes { registrations(filter: { ${filter} }) { totalCount } } } }`;
    expect(await on.as(signedIn(stranger)).run(query)).toHaveError('GRAPHQL_VALIDATION_FAILED');
  },
);

it('how many places are left is for everybody, who has them is not', async () => {
  const query = `query ($id: ID!) { event(id: $id) { places { mode capacity remaining full } myRegistration { id } } }`;
  const places = async (viewer: Viewer) => (await on.as(viewer).run(query, { id: event.id })).data.event;
  expect([await places(anonymous), (await places(registered.open.viewer)).myRegistration]).toEqual([
    { places: [{ mode: 'ON_SITE', capacity: 2, remaining: 0, full: true }], myRegistration: null },
    { id: registered.open.id },
  ]);
});

it('the address of an online event is for who has a confirmed place', async () => {
  const online = await events.event({
    mode: 'ONLINE',
    capacity_on_site: null,
    capacity_online: 1,
    online_url: 'https://webinar.example/1',
  });
  const [inside, outside] = await events.registrations(online, await events.people(2), { mode: 'ONLINE' });
  const urlFor = async (viewer: Viewer) =>
    (await on.as(viewer).run('query ($id: ID!) { event(id: $id) { onlineUrl } }', { id: online.id })).data.event
      .onlineUrl;
  expect([await urlFor(inside!.viewer), await urlFor(outside!.viewer), await urlFor(anonymous)]).toEqual([
    'https://webinar.example/1',
    null,
    null,
  ]);
});

it('of a hybrid event the address online follows the mode of the place', async () => {
  const address = 'https://webinar.example/2';
  const hybrid = await events.event({ mode: 'HYBRID', capacity_online: 5, online_url: address });
  const [place] = await events.registrations(hybrid, await events.people(1));
  const url = async () =>
    (await on.as(place!.viewer).run('query ($id: ID!) { event(id: $id) { onlineUrl } }', { id: hybrid.id })).data.event
      .onlineUrl;
  const seenUrls = [await url()];
  const move = async (mode: string, expectedVersion: number) => {
    await events.ask(place!.viewer, CHANGE_MODE, { id: place!.id, expectedVersion, mode });
    seenUrls.push(await url());
  };
  await move('ONLINE', 1);
  await move('ON_SITE', 2);
  expect(seenUrls).toEqual([null, address, null]);
});

it('everything about registrations of an event costs one statement', async () => {
  const query = `query ($id: ID!) { me { registrations { nodes { event { title } } } sessionSignups { totalCount } }
    event(id: $id) { places { remaining } myRegistration { state } registrations { totalCount nodes { state person { name }
      signups { nodes { state session { title places { remaining } mySignup { state } signups { totalCount } } } } } } } }`;
  // one for each root field
  expect(await statementsOf(() => on.as(staff(stranger)).run(query, { id: event.id }))).toBe(2);
});

it('erasing a person frees the place for the next, and keeps the figures without the person', async () => {
  const db = await createDataSource({
    url: on.urls.server,
    applicationName: 'test',
    max: 2,
    entities: communityEntities,
  });
  closeBeforeDropping(() => db.destroy());
  const people = await events.people(3);
  const [past, coming] = [
    await events.event(),
    await events.event({ capacity_on_site: 1, starts_at: '2027-01-10T09:00:00Z', ends_at: '2027-01-10T10:00:00Z' }),
  ];
  const session = await events.session(past);
  const [gone] = await events.registrations(past, people.slice(0, 1));
  await events.signUp(session, gone!.viewer);
  await events.registrations(coming, people.slice(0, 2));
  on.clock.set('2026-12-10T09:30:00Z');
  await db.transaction((tx) => freePlacesOf({ clock: on.clock, ...linking })(tx, people[0]!.id));
  await on.sql('delete from person where id = $1', [people[0]!.id]);
  on.clock.set('2026-11-02T09:00:00Z');
  expect([await events.statesOf(past), await events.statesOf(coming), await events.mailsTo(people[1]!)]).toEqual([
    ['CONFIRMED'],
    ['CANCELLED', 'OFFERED'],
    expect.arrayContaining([expect.stringMatching(/^Er is een plaats voor u/)]),
  ]);
});

describe('somebody who works there only since after registering', () => {
  const MANAGED = `query ($id: ID!) { node(id: $id) { id ... on Registration { state } } }`;
  let newcomer: GivenRegistered;
  let person: GivenPerson;

  beforeAll(async () => {
    person = await given.person();
    event = await events.event({});
    on.clock.set('2026-11-02T09:00:00Z');
    newcomer = await events.register(event, person);
    await given.employment(person, company, { from: '2026-11-03' });
  });
  afterAll(() => on.clock.set('2026-11-02T09:00:00Z'));

  const acting = () => withRole('MEMBER_CONTACT', company);
  const sees = async (viewer: Viewer, id: string) => (await on.as(viewer).run(MANAGED, { id })).data.node?.id === id;

  it('is no colleague whose registrations a company sees, and cancels', async () => {
    on.clock.set('2026-11-04T09:00:00Z');
    expect(await sees(acting(), newcomer.id)).toBe(false);
    expect(await sees(newcomer.viewer, newcomer.id)).toBe(true);
    expect(await on.as(acting()).run(CANCEL, { input: seen(newcomer) })).toHaveUserError('NOT_FOUND', ['id']);
    expect(await events.statesOf(event)).toEqual(['CONFIRMED']);
  });

  it('is a colleague in what comes after, from the first day on', async () => {
    on.clock.set('2026-11-02T22:59:00Z');
    const [before, after] = [await events.event({}), await events.event({})];
    const early = await events.register(before, person);
    on.clock.set('2026-11-02T23:01:00Z');
    const late = await events.register(after, person);
    on.clock.set('2026-11-04T09:00:00Z');
    expect([await sees(acting(), early.id), await sees(acting(), late.id)]).toEqual([false, true]);
    expect((await on.as(acting()).run(CANCEL, { input: seen(late) })).data.cancelRegistration.userErrors).toEqual([]);
  });

  it('is one where the work went on under another employment, and no longer once it ended', async () => {
    const [moved, left] = [await given.person(), await given.person()];
    await given.employment(moved, company, { to: '2026-11-03' });
    await given.employment(moved, company, { from: '2026-11-03' });
    await given.employment(left, company, { to: '2026-11-03' });
    on.clock.set('2026-11-02T09:00:00Z');
    const other = await events.event({});
    const rows = await events.registrations(other, [moved, left]);
    on.clock.set('2026-11-04T09:00:00Z');
    expect(await Promise.all(rows.map(({ id }) => sees(acting(), id)))).toEqual([true, false]);
  });

  it('is looked up in one statement', async () => {
    expect(await statementsOf(() => on.as(acting()).run(MANAGED, { id: newcomer.id }))).toBe(1);
  });
});
