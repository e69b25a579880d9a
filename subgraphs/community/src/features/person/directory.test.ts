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
  startCommunity,
  statementsOf,
} from '../../../test/given.js';
import { GivenMembership } from '../../../test/given-membership.js';

let on: TestSubgraph;
let given: Given;
let coast: GivenOrganisation;
let inland: GivenOrganisation;
let circle: Row;
let people: Record<'shown' | 'hidden' | 'former' | 'free', GivenPerson>;

const ARGUMENTS = `$organisationId: ID, $roles: [EmploymentRole!], $circleId: ID, $region: String, $province: Province, $kinds: [OrganisationKind!]`;
const GIVEN = `organisationId: $organisationId, roles: $roles, circleId: $circleId, referenceRegion: $region, province: $province, organisationKinds: $kinds`;
const PEOPLE = `query (${ARGUMENTS}, $search: String) { people(${GIVEN}, search: $search) { nodes { name } } }`;
const DIRECTORY = `query (${ARGUMENTS}) { directory(${GIVEN}) { nodes { person { name } organisation { legalName } functionTitle }
  totalCount facets { roles { value count } organisationId { value label count } } } }`;
const PLACES = `query (${ARGUMENTS}) { directory(${GIVEN}) { facets { organisationKind { value count }
  province { value count } referenceRegion { value count } circleId { value label count } } } }`;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  const town = async (name: string, columns: object) => {
    const { id } = await given.municipality({ ...columns });
    return given.organisation({ kind: 'MUNICIPALITY', legal_name: name, municipality_id: id });
  };
  coast = await town('Gemeente Kust', { province: 'WEST_VLAANDEREN', reference_region: 'Oostende' });
  inland = await town('Gemeente Land', { province: 'LIMBURG', reference_region: 'Limburg' });
  circle = await given.circle({ name: 'Westhoek' });
  await given.membership(circle, coast);
  await given.membership(await given.circle(), inland, { from: '2027-01-01' });
  people = {
    shown: await given.person({ name: 'Ans Zichtbaar', consent_directory: true }),
    hidden: await given.person({ name: 'Bert Verborgen' }),
    former: await given.person({ name: 'Cis Vertrokken', consent_directory: true }),
    free: await given.person({ name: 'Dorien Vrij', consent_directory: true }),
  };
  // works nowhere, and is an effective member
  await new GivenMembership(on).effectiveApproved(people.free);
  await given.employment(people.shown, coast, { roles: ['DPO', 'CISO'] });
  await given.employment(people.hidden, coast, { roles: ['DPO'] });
  await given.employment(people.hidden, inland, { roles: ['CISO'] });
  await given.employment(people.former, inland, { from: '2020-01-01', to: '2026-11-02', roles: ['DPO'] });
});

async function names(viewer: Viewer, variables: object): Promise<string[]> {
  const { data } = await on.as(viewer).run(PEOPLE, { ...variables });
  return data.people.nodes.map(({ name }: { name: string }) => name);
}

it('is searched with typing errors', async () => {
  expect(await names(signedIn(people.free), { search: 'zichtbar' })).toEqual(['Ans Zichtbaar']);
  expect(await names(signedIn(people.free), { search: 'verborgn' })).toEqual([]);
});

it.each([
  ['the name of the person', 'zichtbar', ['Ans Zichtbaar']],
  ['a name that is hidden', 'verborgen', []],
  ['the organisation', 'gemeente kust', ['Ans Zichtbaar']],
  ['the function', 'ICT-medewerker', ['Ans Zichtbaar']],
  ['a slip in the function', 'ict-medewerkre', ['Ans Zichtbaar']],
  ['the role', 'dpo', ['Ans Zichtbaar']],
  ['what the role is called', 'functionaris gegevensbescherming', ['Ans Zichtbaar']],
  ['what another role is about', 'informatieveiligheid', ['Ans Zichtbaar']],
  ['a slip in what a role is called', 'gegevensbeschreming', ['Ans Zichtbaar']],
  ['the role and the organisation', 'ciso kust', ['Ans Zichtbaar']],
  ['a role that who is hidden has elsewhere', 'ciso land', []],
  ['a role that nobody has', 'portfoliobeheerder', []],
  ['nothing that is there', 'qwxyz', []],
])('finds who does what by %s', async (_what, search, expected) => {
  const query = 'query ($search: String) { directory(search: $search) { nodes { person { name } } totalCount } }';
  const { data } = await on.as(signedIn(people.free)).run(query, { search });
  expect(data.directory.nodes.map((one: { person: { name: string } }) => one.person.name)).toEqual([...expected]);
  expect(data.directory.totalCount).toBe(expected.length);
});

it.each(['people', 'directory'])(
  'refuses a search of %s for U+0000, and a cursor that it did not give',
  async (list) => {
    const query = `query ($search: String, $after: String) { ${list}(search: $search, after: $after) { totalCount } }`;
    for (const variables of [{ search: '\0' }, { after: 'bad' }])
      expect(await on.as(signedIn(people.free)).run(query, variables)).toHaveError('BAD_USER_INPUT');
  },
);

it('finds a person by e-mail address for staff only, also who hides and oneself', async () => {
  const { email, name } = people.hidden;
  expect(await names(staff(people.free), { search: email })).toEqual([name]);
  expect(await names(staff(people.free), { search: email.slice(0, email.indexOf('@')) })).toEqual([name]);
  for (const viewer of [
    signedIn(people.free),
    inRoles(employee(people.free, coast), 'DPO'),
    anonymous,
    signedIn(people.hidden),
  ])
    expect(await names(viewer, { search: email })).toEqual([]);
});

it.each([
  ['nothing', () => ({}), ['Ans Zichtbaar', 'Cis Vertrokken', 'Dorien Vrij']],
  ['an organisation', () => ({ organisationId: coast.id }), ['Ans Zichtbaar']],
  ['where somebody worked until yesterday', () => ({ organisationId: inland.id }), []],
  ['one of two roles', () => ({ roles: ['CISO', 'ICT_MANAGER'] }), ['Ans Zichtbaar']],
  ['a role that nobody has', () => ({ roles: ['ICT_MANAGER'] }), []],
  ['a circle', () => ({ circleId: circle.id }), ['Ans Zichtbaar']],
  ['a region', () => ({ region: 'Oostende' }), ['Ans Zichtbaar']],
  ['a province', () => ({ province: 'WEST_VLAANDEREN' }), ['Ans Zichtbaar']],
  ['a kind of organisation', () => ({ kinds: ['MUNICIPALITY', 'OCMW'] }), ['Ans Zichtbaar']],
  ['a kind of which there is none', () => ({ kinds: ['COMPANY'] }), []],
  [
    'ICT of a kind in a region',
    () => ({ kinds: ['MUNICIPALITY'], region: 'Oostende', roles: ['CISO'] }),
    ['Ans Zichtbaar'],
  ],
  ['a province and a region that do not meet', () => ({ province: 'LIMBURG', region: 'Oostende' }), []],
] as const)('asked for %s shows who agreed to it', async (_what, variables, expected) => {
  expect(await names(signedIn(people.free), variables())).toEqual([...expected]);
});

it.each([
  ['nobody for the anonymous', () => anonymous, []],
  ['nobody for who made an account', () => signedIn(people.former), []],
  ['who agreed for an effective member', () => signedIn(people.free), ['Ans Zichtbaar']],
  ['no colleagues for who reads there', () => employee(people.free, coast), ['Ans Zichtbaar']],
  [
    'colleagues for who is DPO there',
    () => inRoles(employee(people.free, coast), 'DPO'),
    ['Ans Zichtbaar', 'Bert Verborgen'],
  ],
  ['all for staff', () => staff(people.free), ['Ans Zichtbaar', 'Bert Verborgen']],
] as const)('shows %s', async (_what, viewer, expected) => {
  const variables = { organisationId: coast.id };
  const { data } = await on.as(viewer()).run(DIRECTORY, variables);
  const entries = data.directory.nodes.map(({ person }: { person: { name: string } }) => person.name);
  expect([await names(viewer(), variables), entries, data.directory.totalCount]).toEqual([
    expected,
    expected,
    expected.length,
  ]);
});

it('does not tell by a filter where else a colleague works', async () => {
  const colleague = inRoles(employee(people.free, coast), 'DPO');
  expect(await names(colleague, { organisationId: inland.id })).toEqual([]);
  expect(await names(colleague, { roles: ['CISO'] })).toEqual(['Ans Zichtbaar']);
  const { data } = await on.as(colleague).run(DIRECTORY, {});
  expect(data.directory.facets.organisationId).toEqual([{ value: coast.id, label: 'Gemeente Kust', count: 2 }]);
});

it('counts per organisation and role, in one statement', async () => {
  const ask = () => on.as(staff(people.free)).run(DIRECTORY, {});
  expect((await ask()).data.directory.facets).toEqual({
    roles: [
      { value: 'CISO', count: 2 },
      { value: 'DPO', count: 2 },
    ],
    organisationId: [
      { value: coast.id, label: 'Gemeente Kust', count: 2 },
      { value: inland.id, label: 'Gemeente Land', count: 1 },
    ],
  });
  expect(await statementsOf(ask)).toBe(1);
  expect(await statementsOf(() => names(signedIn(people.free), { circleId: circle.id }))).toBe(1);
});

it('counts where they work: kind, province, region and circle of today, of those whom the viewer sees', async () => {
  const ask = (viewer: Viewer) => on.as(viewer).run(PLACES, {});
  const of = (municipality: number, west: number, limburg: number) => ({
    organisationKind: [{ value: 'MUNICIPALITY', count: municipality }],
    province: [
      { value: 'WEST_VLAANDEREN', count: west },
      ...(limburg > 0 ? [{ value: 'LIMBURG', count: limburg }] : []),
    ],
    referenceRegion: [
      { value: 'Oostende', count: west },
      ...(limburg > 0 ? [{ value: 'Limburg', count: limburg }] : []),
    ],
    circleId: [{ value: circle.id, label: 'Westhoek', count: west }],
  });
  const clerk = staff(people.free);
  expect((await ask(clerk)).data.directory.facets).toEqual(of(3, 2, 1));
  expect((await ask(signedIn(people.free))).data.directory.facets).toEqual(of(1, 1, 0));
  expect(await statementsOf(() => ask(clerk))).toBe(1);
});

it('is read by name as Dutch orders it, also after somebody was renamed, and page by page', async () => {
  const town = await given.authority();
  const jobs = ['Zoë', 'élise', 'Eva', 'Émile'];
  for (const name of jobs)
    await given.employment(await given.person({ name, consent_directory: true }), town, { from: '2026-01-01' });
  await on.sql(`update person set name = 'Ada' where name = 'Zoë'`);
  const query = `query ($after: String, $organisationId: ID) { directory(organisationId: $organisationId, first: 2, after: $after) {
    nodes { person { name } } pageInfo { endCursor } } }`;
  const page = async (after?: string) => {
    const { data } = await on.as(signedIn(people.free)).run(query, { organisationId: town.id, after });
    return {
      names: data.directory.nodes.map((one: { person: Row & { name: string } }) => one.person.name),
      ...data.directory.pageInfo,
    };
  };
  const first = await page();
  const second = await page(first.endCursor);
  expect([first.names, second.names]).toEqual([
    ['Ada', 'élise'],
    ['Émile', 'Eva'],
  ]);
});

it('finds who works for an organisation by its new name', async () => {
  const town = await given.authority({ legal_name: 'Gemeente Oudenaam' });
  await given.employment(await given.person({ name: 'Fien Blijver', consent_directory: true }), town);
  await on.sql(`update organisation set legal_name = 'Stad Nieuwnaam' where id = $1`, [town.id]);
  const query = 'query ($search: String) { directory(search: $search) { nodes { person { name } } } }';
  const found = async (search: string) =>
    (await on.as(signedIn(people.free)).run(query, { search })).data.directory.nodes;
  expect([await found('nieuwnaam'), await found('oudenaam')]).toEqual([[{ person: { name: 'Fien Blijver' } }], []]);
});
