import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import {
  employee,
  Given,
  type GivenOrganisation,
  type GivenPerson,
  type Row,
  signedIn,
  staff,
  startCommunity,
  statementsOf,
} from '../../../test/given.js';
import { active, contact, expired, GivenMembership, inGrace } from '../../../test/given-membership.js';

let on: TestSubgraph;
let given: Given;
let holder: GivenPerson;
let other: GivenPerson;
let town: GivenOrganisation;
let company: GivenOrganisation;
let elsewhere: GivenOrganisation;
const rows: Record<string, Row> = {};

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  const memberships = new GivenMembership(on);
  [town, elsewhere] = [await given.authority({ legal_name: 'Stad Aalter' }), await given.authority()];
  company = await given.organisation({ legal_name: 'Zonder Zorgen BV' });
  holder = await given.person({ name: 'Hilde Houder', consent_directory: true });
  other = await given.person();
  rows['own'] = await memberships.effectiveApproved(holder, {
    ...active,
    employer_id: town.id,
    cancelled_on: '2026-10-01',
    cancellation_reason: 'Privé.',
  });
  rows['acceded'] = await memberships.accededApproved(town, inGrace);
  rows['company'] = await memberships.companyApproved(company, active);
  rows['application'] = await memberships.company(await given.organisation({ legal_name: 'Beginner BV' }));
  await memberships.accededApproved(elsewhere, expired);
});

const ALL = `query ($town: ID!, $company: ID!, $elsewhere: ID!, $holder: ID!, $own: ID!, $file: [ID!]!) {
  memberships(first: 100) { nodes { id } totalCount }
  own: membership(id: $own) { id cancellationReason }
  town: organisation(id: $town) { memberAs memberships { nodes { id accessionDocument { id } } totalCount } }
  company: organisation(id: $company) { memberAs memberships { totalCount } }
  elsewhere: organisation(id: $elsewhere) { memberAs memberships { totalCount } }
  person: node(id: $holder) { ... on Person { memberships { totalCount } } }
  files: nodes(ids: $file) { id } }`;

async function seen(viewer: Viewer) {
  const [acceded] = await on.sql('select accession_document_id as file from membership where id = $1', [
    rows['acceded']!.id,
  ]);
  const variables = {
    town: town.id,
    company: company.id,
    elsewhere: elsewhere.id,
    holder: holder.id,
    own: rows['own']!.id,
    file: [acceded!['file']],
  };
  const { data, errors } = await on.as(viewer).run(ALL, variables);
  expect(errors).toBeUndefined();
  const names = Object.entries(rows).flatMap(([name, { id }]) =>
    data.memberships.nodes.some((one: Row) => one.id === id) ? [name] : [],
  );
  return {
    names,
    count: data.memberships.totalCount,
    own: data.own,
    ofTown: data.town.memberships.totalCount,
    files: data.files.filter(Boolean).length,
    ofPerson: data.person?.memberships.totalCount ?? null,
    public: [data.town.memberAs, data.company.memberAs, data.elsewhere.memberAs],
  };
}

const nothing = { names: [], count: 0, own: null, ofTown: 0, files: 0, ofPerson: 0 };
const withReason = () => ({ id: rows['own']!.id, cancellationReason: 'Privé.' });

describe('who sees which membership', () => {
  it.each<[string, () => Viewer, () => object]>([
    ['the anonymous: none', () => anonymous, () => ({ ...nothing, ofPerson: null })],
    [
      'who made an account: none, and nobody else either',
      () => signedIn(other),
      () => ({ ...nothing, ofPerson: null }),
    ],
    ['a reader of the authority: none', () => employee(other, town), () => nothing],
    [
      'a contact person of another authority: its own',
      () => contact(other, elsewhere),
      () => ({ ...nothing, count: 1 }),
    ],
    [
      'its holder: her own, with the reason',
      () => signedIn(holder),
      () => ({ ...nothing, names: ['own'], count: 1, own: withReason(), ofPerson: 1 }),
    ],
    [
      'a contact person of the authority: the authority’s, and those that it pays, without a person’s reasons',
      () => contact(other, town),
      () => ({
        names: ['own', 'acceded'],
        count: 2,
        own: { id: rows['own']!.id, cancellationReason: null },
        ofTown: 1,
        files: 1,
        ofPerson: 1,
      }),
    ],
    [
      'a contact person of the company: the company’s',
      () => contact(other, company),
      () => ({ ...nothing, names: ['company'], count: 1 }),
    ],
    [
      'staff: all',
      () => staff(other),
      () => ({
        names: ['own', 'acceded', 'company', 'application'],
        count: 5,
        own: withReason(),
        ofTown: 1,
        files: 1,
        ofPerson: 1,
      }),
    ],
  ])('%s', async (_who, viewer, expected) => {
    expect(await seen(viewer())).toEqual({ ...expected(), public: ['ACCEDED', 'COMPANY', null] });
  });

  it('reads all of it with one statement a root field', async () => {
    const query = `{ memberships { nodes { holderName status person { name } organisation { legalName } employer { legalName }
      accessionDocument { sha256 } earlierTerms { nodes { from employer { legalName } } } } totalCount } }`;
    expect(await statementsOf(() => on.as(staff(other)).run(query))).toBe(1);
  });
});

describe('the list of staff', () => {
  const LIST = `query ($status: [MembershipStatus!], $filter: MembershipFilter, $search: String, $orderBy: [MembershipOrder!]) {
    memberships(status: $status, filter: $filter, search: $search, orderBy: $orderBy) {
      nodes { holderName status } totalCount facets { type { value count } holderKind { value count } employerId { label count } } } }`;
  const list = async (variables: object) => (await on.as(staff(other)).run(LIST, { ...variables })).data.memberships;
  const names = async (variables: object): Promise<string[]> =>
    (await list(variables)).nodes.map(({ holderName }: { holderName: string }) => holderName);

  it('finds by status, which follows from the clock', async () => {
    expect(await names({ status: ['GRACE'] })).toEqual(['Stad Aalter']);
    expect(await names({ status: ['CANCELLED', 'APPLIED'], orderBy: [{ field: 'HOLDER_NAME' }] })).toEqual([
      'Beginner BV',
      'Hilde Houder',
    ]);
    expect(await names({ status: [] })).toEqual([]);
    expect((await list({ status: null })).totalCount).toBe(5);
  });

  it('finds by the name of the holder, typing errors forgiven, and follows when it changes', async () => {
    expect(await names({ search: 'zondr zorgen' })).toEqual(['Zonder Zorgen BV']);
    await on.sql(`update person set name = 'Hilde Vermeulen' where id = $1`, [holder.id]);
    await on.sql(`update organisation set legal_name = 'Met Zorgen BV' where id = $1`, [company.id]);
    expect([await names({ search: 'vermeulen' }), await names({ search: 'met zorgen' })]).toEqual([
      ['Hilde Vermeulen'],
      ['Met Zorgen BV'],
    ]);
  });

  it('filters, and counts by type, kind and employer', async () => {
    const { facets } = await list({ filter: { type: { in: ['EFFECTIVE', 'ACCEDED'] }, to: { gte: '2025-01-01' } } });
    expect(facets).toEqual({
      type: [
        { value: 'ACCEDED', count: 2 },
        { value: 'EFFECTIVE', count: 1 },
      ],
      holderKind: [{ value: 'MUNICIPALITY', count: 2 }],
      employerId: [{ label: 'Stad Aalter', count: 1 }],
    });
  });
});

describe('fees', () => {
  const SET = `mutation ($input: SetMembershipFeesInput!) { setMembershipFees(input: $input) {
    membershipFee { type year firstMemberCents furtherMemberCents version } userErrors { code field message } } }`;
  const set = (viewer: Viewer, input: object) => on.as(viewer).run(SET, { input });
  const effective = { type: 'EFFECTIVE', year: 2027, firstMemberCents: 27_500, furtherMemberCents: 2_750 };

  it('are public, and begin with those of 2015', async () => {
    const { data } = await on
      .as(anonymous)
      .run('{ membershipFees { nodes { type year firstMemberCents furtherMemberCents } } }');
    expect(data.membershipFees.nodes[0]).toEqual({
      type: 'EFFECTIVE',
      year: 2015,
      firstMemberCents: 25_000,
      furtherMemberCents: 2_500,
    });
  });

  it('are set by staff, and changed by who has seen them', async () => {
    const first = await set(staff(other), effective);
    expect(first.data.setMembershipFees.membershipFee).toEqual({ ...effective, version: 1 });
    expect(await set(staff(other), effective)).toHaveUserError('CONFLICT', ['expectedVersion']);
    const second = await set(staff(other), { ...effective, firstMemberCents: 28_000, expectedVersion: 1 });
    expect(second.data.setMembershipFees.membershipFee).toMatchObject({ firstMemberCents: 28_000, version: 2 });
  });

  it('of one year are set once when two of staff do it at once', async () => {
    const input = { ...effective, year: 2028 };
    const answers = await Promise.all([set(staff(other), input), set(staff(other), input)]);
    const codes = answers.map(({ data }) => data.setMembershipFees.userErrors[0]?.code ?? 'DONE').toSorted();
    expect(codes.filter((code) => code === 'DONE')).toHaveLength(1);
    expect(['ALREADY_EXISTS', 'CONFLICT']).toContain(codes.find((code) => code !== 'DONE'));
  });

  it.each<[string, () => Viewer, object, string, string[] | undefined]>([
    ['by a member', () => signedIn(holder), { year: 2030 }, 'FORBIDDEN', undefined],
    ['of an authority', () => staff(other), { year: 2030, type: 'ACCEDED' }, 'BAD_USER_INPUT', ['type']],
    ['below nothing', () => staff(other), { year: 2030, firstMemberCents: -1 }, 'BAD_USER_INPUT', ['firstMemberCents']],
    [
      'without those of further members',
      () => staff(other),
      { year: 2030, furtherMemberCents: null },
      'BAD_USER_INPUT',
      ['furtherMemberCents'],
    ],
    [
      'of further members of a company',
      () => staff(other),
      { year: 2030, type: 'COMPANY' },
      'BAD_USER_INPUT',
      ['furtherMemberCents'],
    ],
    [
      'of a year that has none, by a version',
      () => staff(other),
      { year: 2030, expectedVersion: 1 },
      'CONFLICT',
      undefined,
    ],
  ])('are refused %s', async (_what, viewer, more, code, field) => {
    expect(await set(viewer(), { ...effective, ...more })).toHaveUserError(code, field);
    expect(await on.sql('select 1 from membership_fee where year = 2030')).toEqual([]);
  });
});
