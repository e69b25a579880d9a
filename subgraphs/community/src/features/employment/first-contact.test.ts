import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { organisationIds, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { ACCEPT, GivenEmployment } from '../../../test/given-employment.js';
import {
  Given,
  type GivenOrganisation,
  type GivenPerson,
  type Row,
  signedIn,
  staff,
  startCommunity,
} from '../../../test/given.js';
import { KeptMails, signInLink } from '../../../test/kept-mails.js';
import type { CommunitySubgraph } from '../../index.js';

const CREATE = `mutation ($input: CreatePersonInput!) { createPerson(input: $input) { person { id email } userErrors { code } } }`;
const CHANGE = `mutation ($input: ChangeEmploymentRolesInput!) { changeEmploymentRoles(input: $input) {
  employment { roles } userErrors { code } } }`;
const UPDATE = `mutation ($input: UpdateEmploymentInput!) { updateEmployment(input: $input) { userErrors { code } } }`;

let on: TestSubgraph;
let given: Given;
let work: GivenEmployment;
let mails: KeptMails;
let town: GivenOrganisation;
let clerk: Viewer;
let colleague: GivenPerson;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  work = new GivenEmployment(on);
  mails = await KeptMails.of(on);
  const person = await given.person();
  colleague = await given.person();
  await on.sql(`insert into staff_role values ($1, 'STAFF'), ($2, 'STAFF')`, [person.id, colleague.id]);
  clerk = staff(person);
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  town = await given.authority();
});

const confirmed = () => given.person({ email_confirmed_at: '2024-01-01T00:00:00Z' });
const invite = (person: GivenPerson, ...roles: string[]) =>
  work.invite(clerk, { organisation: town, person }, { roles });
const change = ({ id }: Row, ...roles: string[]) =>
  on.as(clerk).run(CHANGE, { input: { id, expectedVersion: 1, roles } });
const contactsOf = ({ id }: Row) =>
  on.sql(`select person_id from employment where organisation_id = $1 and 'MEMBER_CONTACT' = any (roles)`, [id]);
const mailsAbout = async ({ email }: Pick<GivenPerson, 'email'>, words: string) =>
  (await mails.to(email)).filter(({ subject }) => subject.includes(words));

/** What the gateway is told of who is signed in. */
async function viewerOf({ id: personId }: Row): Promise<Viewer | undefined> {
  const sessionId = newId('person');
  const values = [sessionId, personId, on.clock.now(), '2027-12-31T00:00:00Z'];
  await on.sql(
    'insert into session (id, person_id, created_at, idle_until, expires_at) values ($1, $2, $3, $4, $4)',
    values,
  );
  return (on.subgraph as CommunitySubgraph).identity.viewerOf({ personId, sessionId });
}

describe('staff', () => {
  it('who invent a person and make it work for an authority have no way into its records', async () => {
    await given.employment(await given.person(), town, { roles: ['MEMBER_CONTACT'] });
    const { data } = await on
      .as(clerk)
      .run(CREATE, { input: { name: 'Ver Zonnen', email: 'verzonnen@elders.example' } });
    const invented = data.createPerson.person as GivenPerson;
    await on.sql('update person set email_confirmed_at = now() where id = $1', [invented.id]);
    for (const role of ['READER', 'CISO', 'PORTFOLIO_EDITOR', 'ICT_MANAGER', 'MEMBER_CONTACT'])
      expect(await invite(invented, role)).toHaveUserError('FORBIDDEN');
    const employment = await work.begin(clerk, { organisation: town, person: invented });
    expect(await change(employment, 'READER')).toHaveUserError('FORBIDDEN');
    const viewer = await viewerOf(invented);
    expect(viewer?.employments).toMatchObject([{ organisationId: town.id, roles: [] }]);
    expect(organisationIds(viewer!)).toEqual([]);
  });

  it('seat the first contact person of an organisation, who gives the other rights', async () => {
    const [first, next] = [await confirmed(), await confirmed()];
    await work.begin(clerk, { organisation: town, person: first }, { roles: ['MEMBER_CONTACT'] });
    expect(await contactsOf(town)).toEqual([{ person_id: first.id }]);
    expect(await invite(next, 'MEMBER_CONTACT')).toHaveUserError('FORBIDDEN');
    const contact = await viewerOf(first);
    const { data } = await work.invite(contact!, { organisation: town, person: next }, { roles: ['CISO'] });
    expect(data.answer.userErrors).toEqual([]);
  });

  it('seat nobody where the contact person begins later, nor give more than that one role', async () => {
    await given.employment(await given.person(), town, { roles: ['MEMBER_CONTACT'], from: '2027-01-01' });
    expect(await invite(await confirmed(), 'MEMBER_CONTACT')).toHaveUserError('FORBIDDEN');
    town = await given.organisation();
    expect(await invite(await confirmed(), 'MEMBER_CONTACT', 'VENDOR_EDITOR')).toHaveUserError('FORBIDDEN');
    expect((await invite(await confirmed(), 'MEMBER_CONTACT')).data.answer.userErrors).toEqual([]);
  });

  it.each([
    ['ends the employment in the past', `update employment set to_date = '2020-01-02' where person_id = $1`],
    ['takes the role', `update employment set roles = '{}' where person_id = $1`],
    [
      'moves the first day away',
      `update employment set from_date = '2026-12-31', to_date = '2026-12-31' where person_id = $1`,
    ],
    ['erases the person', 'delete from employment where person_id = $1'],
  ])('seat nobody for two weeks after whoever %s of the last contact person', async (_how, statement) => {
    const contact = await given.person();
    await given.employment(contact, town, { roles: ['MEMBER_CONTACT'] });
    await on.sql(statement, [contact.id]);
    expect(await invite(await confirmed(), 'MEMBER_CONTACT')).toHaveUserError('FORBIDDEN');
    const leftAgo = (time: string) =>
      on.sql('update organisation set contact_left_at = now() - $2::interval where id = $1', [town.id, time]);
    await leftAgo('13 days 23 hours 59 minutes');
    expect(await invite(await confirmed(), 'MEMBER_CONTACT')).toHaveUserError('FORBIDDEN');
    await leftAgo('14 days');
    expect((await invite(await confirmed(), 'MEMBER_CONTACT')).data.answer.userErrors).toEqual([]);
  });

  it('give no rights by an earlier first day either', async () => {
    const employment = await given.employment(await given.person(), town, { roles: ['READER'], from: '2026-12-01' });
    const input = { id: employment.id, expectedVersion: 1, from: '2026-10-01' };
    expect(await on.as(clerk).run(UPDATE, { input })).toHaveUserError('FORBIDDEN');
  });
});

describe('the first contact person', () => {
  const seen = async (work_: () => Promise<unknown>) => {
    const officer = await given.person();
    await given.employment(officer, town, { roles: ['DPO'] });
    const before = (await mailsAbout(colleague, 'contactpersoon')).length;
    await work_();
    return [
      (await mailsAbout(colleague, 'contactpersoon')).length - before,
      (await mailsAbout(officer, 'contactpersoon')).length,
    ];
  };

  it('is announced to all of staff and to the officers of the organisation, by whichever way', async () => {
    const employment = await given.employment(await given.person(), town, { roles: ['READER'] });
    expect(await seen(() => change(employment, 'READER', 'MEMBER_CONTACT'))).toEqual([1, 1]);
    town = await given.authority();
    const person = await confirmed();
    const offered = { organisation: town, person };
    expect(await seen(() => work.begin(clerk, offered, { roles: ['MEMBER_CONTACT'] }))).toEqual([1, 1]);
    town = await given.authority();
    const later = await given.employment(await given.person(), town, { roles: ['MEMBER_CONTACT'], from: '2026-12-01' });
    const input = { id: later.id, expectedVersion: 1, from: '2026-10-01' };
    expect(await seen(() => on.as(clerk).run(UPDATE, { input }))).toEqual([1, 1]);
  });

  it('is one, when two accept at the same time', async () => {
    const people = [await confirmed(), await confirmed()];
    const invitations: Row[] = [];
    for (const person of people) invitations.push((await invite(person, 'MEMBER_CONTACT')).data.answer.invitation);
    const accepted = invitations.map((one, index) => work.answer(signedIn(people[index]!), ACCEPT, one));
    const codes = (await Promise.all(accepted)).map(({ data }) => data.answer.userErrors[0]?.code);
    expect(codes.toSorted()).toEqual(['INVALID_STATE', undefined]);
    expect(await contactsOf(town)).toHaveLength(1);
  });

  it('is one, when two colleagues are made so at the same time', async () => {
    const employments = [
      await given.employment(await given.person(), town),
      await given.employment(await given.person(), town),
    ];
    const answers = await Promise.all(employments.map((one) => change(one, 'MEMBER_CONTACT')));
    const codes = answers.map(({ data }) => data.changeEmploymentRoles.userErrors[0]?.code);
    expect(codes.toSorted()).toEqual(['FORBIDDEN', undefined]);
  });
});

it('of new rights those who answer for the organisation are told, with the roles by name', async () => {
  const [contact, officer, person] = [await given.person(), await given.person(), await given.person()];
  await given.employment(contact, town, { roles: ['MEMBER_CONTACT'] });
  await given.employment(officer, town, { roles: ['CISO'] });
  const employment = await given.employment(person, town, { roles: ['READER'] });
  const speaker = (await viewerOf(contact))!;
  await on.as(speaker).run(CHANGE, { input: { id: employment.id, expectedVersion: 1, roles: ['READER', 'DPO'] } });
  expect(await mailsAbout(officer, 'Nieuwe rechten')).toMatchObject([
    { text: expect.stringMatching(new RegExp(`rollen: DPO\\.[^]*${signInLink}`, 'u')) },
  ]);
  expect(await mails.to(contact.email)).toEqual([]);
});

it('whose employment somebody else changes is told, and who gives up the own is not', async () => {
  const [person, leaving] = [await given.person(), await given.person()];
  const employment = await given.employment(person, town, { roles: ['DPO'] });
  await change(employment);
  expect(await mailsAbout(person, 'is gewijzigd')).toMatchObject([{ text: expect.stringContaining(signInLink) }]);
  const own = await given.employment(leaving, town);
  const END = `mutation ($input: EndEmploymentInput!) { endEmployment(input: $input) { userErrors { code } } }`;
  await on.as(signedIn(leaving)).run(END, { input: { id: own.id, expectedVersion: 1 } });
  expect(await mails.to(leaving.email)).toEqual([]);
});

it('of an employment that ends later the mails tell when', async () => {
  const [contact, person] = [await given.person(), await given.person({ language: 'EN' })];
  await given.employment(contact, town, { roles: ['MEMBER_CONTACT'] });
  const { id } = await given.employment(person, town, { roles: ['DPO'] });
  const END = `mutation ($input: EndEmploymentInput!) { endEmployment(input: $input) { userErrors { code } } }`;
  const input = { id, expectedVersion: 1, to: '2027-03-01' };
  expect((await on.as(clerk).run(END, { input })).data.endEmployment.userErrors).toEqual([]);
  expect((await mails.to(contact.email)).at(-1)!.text).toContain(
    ', met ingang van 1 maart 2027, met deze rollen: DPO.',
  );
  expect((await mails.to(person.email)).at(-1)!.text).toContain('(it ends on 1 March 2027)');
});

it('of an employment with roles that somebody else ends those who answer for the organisation are told', async () => {
  const [contact, person, reader, leaving] = [
    await given.person(),
    await given.person(),
    await given.person(),
    await given.person(),
  ];
  await given.employment(contact, town, { roles: ['MEMBER_CONTACT'] });
  const officer = await given.employment(person, town, { roles: ['DPO', 'READER'] });
  const plain = await given.employment(reader, town, { roles: [] });
  const own = await given.employment(leaving, town, { roles: ['CISO'] });
  const END = `mutation ($input: EndEmploymentInput!) { endEmployment(input: $input) { userErrors { code } } }`;
  for (const [viewer, { id }] of [
    [clerk, officer],
    [clerk, plain],
    [signedIn(leaving), own],
  ] as const)
    expect((await on.as(viewer).run(END, { input: { id, expectedVersion: 1 } })).data.endEmployment.userErrors).toEqual(
      [],
    );
  expect(await mails.to(contact.email)).toMatchObject([
    { subject: expect.stringContaining('is beëindigd'), text: expect.stringContaining('rollen: DPO, lezer.') },
  ]);
});
