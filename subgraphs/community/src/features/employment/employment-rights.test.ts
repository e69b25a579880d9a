import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
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
} from '../../../test/given.js';
import { GivenCertificates } from '../../../test/given-certificate.js';
import { GivenEmployment } from '../../../test/given-employment.js';
import type { CommunitySubgraph } from '../../index.js';

let on: TestSubgraph;
let given: Given;
let town: GivenOrganisation;
let clerk: Viewer;
let work: GivenEmployment;

const FIELDS =
  '{ employment { id roles from to active version organisation { id } } userErrors { code field message } }';
const END = `mutation ($input: EndEmploymentInput!) { endEmployment(input: $input) ${FIELDS} }`;
const CHANGE = `mutation ($input: ChangeEmploymentRolesInput!) { changeEmploymentRoles(input: $input) ${FIELDS} }`;
const UPDATE = `mutation ($input: UpdateEmploymentInput!) { updateEmployment(input: $input) ${FIELDS} }`;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  work = new GivenEmployment(on);
  const person = await given.person();
  await on.sql(`insert into staff_role values ($1, 'STAFF')`, [person.id]);
  clerk = staff(person);
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  town = await given.authority();
});

const confirmed = () => given.person({ email_confirmed_at: '2024-01-01T00:00:00Z' });
/** Somebody who works there in these roles, also for the database. */
async function at(organisation: GivenOrganisation, ...roles: string[]): Promise<Viewer> {
  const person = await given.person();
  await given.employment(person, organisation, { roles });
  return inRoles(employee(person, organisation), ...roles);
}
const begin = (viewer: Viewer, person: GivenPerson, more?: object): Promise<Row> =>
  work.begin(viewer, { organisation: town, person }, more);
const end = (viewer: Viewer, { id }: Row, more: object = {}): Promise<Answer> =>
  on.as(viewer).run(END, { input: { id, expectedVersion: 1, ...more } });
const change = (viewer: Viewer, { id }: Row, roles: string[], more: object = {}): Promise<Answer> =>
  on.as(viewer).run(CHANGE, { input: { id, expectedVersion: 1, roles, ...more } });
const update = (viewer: Viewer, { id }: Row, changes: object): Promise<Answer> =>
  on.as(viewer).run(UPDATE, { input: { id, expectedVersion: 1, ...changes } });

/** The rights of a person in one session, as the gateway asks for them with every request. */
async function session(person: Row): Promise<() => Promise<Viewer | undefined>> {
  const sessionId = newId('person');
  const until = '2027-12-31T00:00:00Z';
  await on.sql('insert into session (id, person_id, created_at, idle_until, expires_at) values ($1, $2, $3, $4, $4)', [
    sessionId,
    person.id,
    on.clock.now(),
    until,
  ]);
  return () => (on.subgraph as CommunitySubgraph).identity.viewerOf({ personId: person.id, sessionId });
}

describe('rights', () => {
  it('follow a change of employer with the next request of the same session', async () => {
    const [person, former] = [await confirmed(), await given.authority()];
    const before = await given.employment(person, former, { roles: ['PORTFOLIO_EDITOR'] });
    const viewer = await session(person);
    const rights = async () =>
      (await viewer())?.employments.map(({ organisationId, roles }) => [organisationId, roles]);
    expect(await rights()).toEqual([[former.id, ['PORTFOLIO_EDITOR']]]);
    await end(clerk, before);
    expect(await rights()).toEqual([]);
    const speaker = await at(town, 'MEMBER_CONTACT');
    const employment = await begin(speaker, person, { roles: ['READER'] });
    expect(await rights()).toEqual([[town.id, ['READER']]]);
    await change(speaker, employment, ['READER', 'DPO']);
    expect(await rights()).toEqual([[town.id, ['READER', 'DPO']]]);
  });

  it('begin and end with the days of the employment', async () => {
    const person = await confirmed();
    const viewer = await session(person);
    const employment = await begin(clerk, person, { from: '2026-11-10' });
    const counts: unknown[] = [];
    await end(clerk, employment, { to: '2026-12-01' });
    for (const moment of [
      '2026-11-09T22:59:00Z',
      '2026-11-09T23:00:00Z',
      '2026-11-30T22:59:00Z',
      '2026-11-30T23:00:00Z',
    ]) {
      on.clock.set(moment);
      counts.push((await viewer())?.employments.length);
    }
    expect(counts).toEqual([0, 1, 1, 0]);
  });
});

const everyRole = ['MEMBER_CONTACT', 'ICT_MANAGER', 'DPO', 'CISO', 'PORTFOLIO_EDITOR', 'READER'];
/** Staff, at an organisation that has a contact person. */
async function atContact(): Promise<Viewer> {
  await at(town, 'MEMBER_CONTACT');
  return clerk;
}
const givers: readonly [string, () => Promise<Viewer>, readonly string[]][] = [
  ['the contact person', () => at(town, 'MEMBER_CONTACT'), everyRole],
  ['the ICT manager', () => at(town, 'ICT_MANAGER'), ['PORTFOLIO_EDITOR', 'READER']],
  ['staff, where nobody is its contact person,', async () => clerk, ['MEMBER_CONTACT']],
  ['staff, where somebody is,', atContact, []],
  ['a DPO', () => at(town, 'DPO', 'CISO', 'PORTFOLIO_EDITOR', 'READER'), []],
  ['a person of no organisation', async () => signedIn(await given.person()), []],
];

describe('who gives which role', () => {
  it.each(
    givers.flatMap(([who, viewer, roles]) =>
      everyRole.map((role) => [who, roles.includes(role), role, viewer] as const),
    ),
  )('%s may (%s) give %s, to somebody new and to a colleague', async (_who, may, role, viewer) => {
    const [giver, newcomer, colleague] = [await viewer(), await confirmed(), await given.person()];
    const employment = await given.employment(colleague, town, { roles: [] });
    const invited = await work.invite(giver, { organisation: town, person: newcomer }, { roles: [role] });
    const changed = await change(giver, employment, [role]);
    const rows = await on.sql(
      `select roles from employment_invitation where organisation_id = $1
        union all select roles from employment where id = $2`,
      [town.id, employment.id],
    );
    expect(invited.data.answer.userErrors.length === 0).toBe(may);
    expect(changed.data.changeEmploymentRoles.userErrors.length === 0).toBe(may);
    expect(rows.filter(({ roles }) => (roles as string[]).includes(role))).toHaveLength(may ? 2 : 0);
  });

  it('nobody gives himself rights: contact person and staff neither', async () => {
    const person = await confirmed();
    const employment = await given.employment(person, town, { roles: ['MEMBER_CONTACT'] });
    const contact = inRoles(employee(person, town), 'MEMBER_CONTACT');
    for (const viewer of [contact, staff(person)]) {
      expect(await change(viewer, employment, ['MEMBER_CONTACT', 'DPO'])).toHaveUserError('FORBIDDEN');
      expect(await work.invite(viewer, { organisation: town, person })).toHaveUserError('FORBIDDEN');
    }
    expect(await on.sql('select roles from employment where person_id = $1', [person.id])).toEqual([
      { roles: ['MEMBER_CONTACT'] },
    ]);
  });

  it('a person gives up roles of the own, whichever, and gets none back', async () => {
    const person = await confirmed();
    const employment = await given.employment(person, town, { roles: ['MEMBER_CONTACT', 'DPO', 'READER'] });
    const own = inRoles(employee(person, town), 'MEMBER_CONTACT', 'DPO', 'READER');
    const { data } = await change(own, employment, ['DPO', 'READER']);
    expect(data.changeEmploymentRoles).toMatchObject({ employment: { roles: ['DPO', 'READER'] }, userErrors: [] });
    const later = inRoles(employee(person, town), 'DPO', 'READER');
    expect(
      (await change(later, employment, ['READER'], { expectedVersion: 2 })).data.changeEmploymentRoles,
    ).toMatchObject({ employment: { roles: ['READER'], version: 3 }, userErrors: [] });
    for (const roles of [['READER', 'DPO'], ['DPO'], ['MEMBER_CONTACT']])
      expect(await change(later, employment, roles, { expectedVersion: 3 })).toHaveUserError('FORBIDDEN');
    expect(await on.sql('select roles from employment where id = $1', [employment.id])).toEqual([
      { roles: ['READER'] },
    ]);
  });

  it('a contact person of another organisation gives nothing here', async () => {
    const stranger = await at(await given.authority(), 'MEMBER_CONTACT');
    const person = await confirmed();
    expect(await work.invite(stranger, { organisation: town, person })).toHaveUserError('FORBIDDEN');
    const employment = await given.employment(person, town);
    expect(await change(stranger, employment, ['READER'])).toHaveUserError('NOT_FOUND');
    expect(await end(stranger, employment)).toHaveUserError('NOT_FOUND');
  });

  it('an ICT manager neither takes the role of a DPO away nor ends the job', async () => {
    const manager = await at(town, 'ICT_MANAGER');
    const employment = await given.employment(await given.person(), town, { roles: ['DPO', 'READER'] });
    expect(await change(manager, employment, ['READER'])).toHaveUserError('FORBIDDEN');
    expect(await end(manager, employment)).toHaveUserError('FORBIDDEN');
    expect(
      (await change(manager, employment, ['DPO', 'PORTFOLIO_EDITOR'])).data.changeEmploymentRoles.employment.roles,
    ).toEqual(['DPO', 'PORTFOLIO_EDITOR']);
  });

  it('staff take every role away, and a person gives up the own job', async () => {
    const person = await given.person();
    const employment = await given.employment(person, town, { roles: ['DPO'] });
    expect((await change(clerk, employment, [])).data.changeEmploymentRoles.employment.roles).toEqual([]);
    const { data } = await end(signedIn(person), employment, { expectedVersion: 2 });
    expect(data.endEmployment.employment).toMatchObject({ to: '2026-11-02', active: false, version: 3 });
  });
});

describe('an employment that was begun by mistake', () => {
  it.each([
    ['today', '2026-11-02'],
    ['from a later day on', '2026-12-01'],
  ])('%s ends on its first day, and held on no day', async (_when, from) => {
    const person = await confirmed();
    const employment = await begin(clerk, person, { from });
    const rights = await session(person);
    expect((await rights())?.employments).toHaveLength(from === '2026-11-02' ? 1 : 0);
    const ended = await end(clerk, employment);
    expect(ended.data.endEmployment).toMatchObject({ employment: { from, to: from, active: false }, userErrors: [] });
    expect((await rights())?.employments).toEqual([]);
    expect(await begin(clerk, person)).toMatchObject({ active: true });
  });
});

describe('an end in the past', () => {
  const toOf = async ({ id }: Row) =>
    (await on.sql('select to_date::text as "to", version from employment where id = $1', [id]))[0];

  it('is at most 31 days back, but for staff, and nothing is written of a refusal', async () => {
    const contact = await at(town, 'MEMBER_CONTACT');
    const [first, second] = [await given.person(), await given.person()];
    const one = await given.employment(first, town);
    for (const viewer of [contact, signedIn(first)])
      expect(await end(viewer, one, { to: '2026-10-01' })).toHaveUserError('BAD_USER_INPUT', ['to']);
    expect(await toOf(one)).toEqual({ to: null, version: 1 });
    expect((await end(contact, one, { to: '2026-10-02' })).data.endEmployment.employment.to).toBe('2026-10-02');
    const other = await given.employment(second, town);
    expect((await end(clerk, other, { to: '2024-01-01' })).data.endEmployment.employment.to).toBe('2024-01-01');
  });

  it('is not before what the person did by it, for staff neither; today it ends all the same', async () => {
    const person = await given.person();
    const employment = await given.employment(person, town, { roles: ['MEMBER_CONTACT'] });
    const own = inRoles(employee(person, town), 'MEMBER_CONTACT');
    const { data } = await work.invite(own, { organisation: town, person: await confirmed() });
    const { invitation } = data.answer;
    const invitedAt = (moment: string) =>
      on.sql('update employment_invitation set created_at = $2 where id = $1', [invitation.id, moment]);
    await invitedAt('2026-10-20T21:59:00Z');
    expect(await end(clerk, employment, { to: '2026-10-20' })).toHaveUserError('INVALID_STATE', ['to']);
    // midnight of Brussels has come
    await invitedAt('2026-10-20T22:01:00Z');
    expect(await end(clerk, employment, { to: '2026-10-21' })).toHaveUserError('INVALID_STATE', ['to']);
    expect(await toOf(employment)).toEqual({ to: null, version: 1 });
    expect((await end(clerk, employment, { to: '2026-10-22' })).data.endEmployment.userErrors).toEqual([]);
  });

  it('leaves registrations to who made them and to whom', async () => {
    const [contact, person] = [await at(town, 'MEMBER_CONTACT'), await given.person()];
    const employment = await given.employment(person, town);
    const event = await new GivenCertificates(on).past();
    const { id } = await new GivenCertificates(on).attended(event, person, {
      registered_by_id: contact.personId,
      created_at: '2026-10-20T08:00:00Z',
    });
    const row = () => on.sql('select * from registration where id = $1', [id]);
    const before = await row();
    await end(clerk, employment, { to: '2026-10-10' });
    expect(await row()).toEqual(before);
  });
});

describe('updateEmployment', () => {
  it('corrects the function and the first day, and rights follow', async () => {
    const person = await confirmed();
    const employment = await given.employment(person, town, { from: '2026-12-01', roles: ['READER'] });
    const rights = await session(person);
    const contactPerson = await at(town, 'MEMBER_CONTACT');
    const changes = { functionTitle: 'Hoofd ICT', from: '2026-11-02' };
    const { data } = await update(contactPerson, employment, changes);
    expect(data.updateEmployment).toMatchObject({
      employment: { from: '2026-11-02', active: true, version: 2 },
      userErrors: [],
    });
    expect((await rights())?.employments).toHaveLength(1);
    const [{ function_title: title } = {}] = await on.sql('select function_title from employment where id = $1', [
      employment.id,
    ]);
    expect(title).toBe('Hoofd ICT');
  });

  it('moves a first day into the past for staff alone: the person agreed to what colleagues see since then', async () => {
    const employment = await given.employment(await confirmed(), town, { from: '2026-11-10', roles: [] });
    const before = { from: '2026-11-01' };
    for (const role of ['MEMBER_CONTACT', 'ICT_MANAGER'])
      expect(await update(await at(town, role), employment, before)).toHaveUserError('FORBIDDEN');
    expect((await update(clerk, employment, before)).data.updateEmployment.userErrors).toEqual([]);
    const officer = await given.employment(await confirmed(), town, { from: '2026-10-01', roles: ['DPO'] });
    for (const role of ['MEMBER_CONTACT', 'ICT_MANAGER'])
      expect(await update(await at(town, role), officer, { from: '2026-09-01' })).toHaveUserError('FORBIDDEN');
    expect((await update(clerk, officer, { from: '2026-09-01' })).data.updateEmployment.userErrors).toEqual([]);
  });

  it('moves no first day of who holds roles that one may not give, nor the own one', async () => {
    const person = await confirmed();
    const officer = await given.employment(person, town, { from: '2026-12-01', roles: ['DPO'] });
    const manager = await at(town, 'ICT_MANAGER');
    const earlier = { from: '2026-10-01' };
    for (const viewer of [clerk, manager]) expect(await update(viewer, officer, earlier)).toHaveUserError('FORBIDDEN');
    expect(await update(manager, officer, { from: '2027-01-01' })).toHaveUserError('FORBIDDEN');
    expect(await update(inRoles(employee(person, town), 'MEMBER_CONTACT'), officer, earlier)).toHaveUserError(
      'FORBIDDEN',
    );
    expect(await update(signedIn(person), officer, { functionTitle: 'Baas' })).toHaveUserError('FORBIDDEN');
    expect(await update(signedIn(await given.person()), officer, earlier)).toHaveUserError('NOT_FOUND', ['id']);
    expect(await update(anonymous, officer, earlier)).toHaveError('UNAUTHENTICATED');
    expect((await update(clerk, officer, { from: '2027-01-01' })).data.updateEmployment.userErrors).toEqual([]);
  });

  it('refuses a web address for a function', async () => {
    const employment = await given.employment(await confirmed(), town);
    expect(await update(clerk, employment, { functionTitle: 'WWW.evil.example' })).toHaveUserError('BAD_USER_INPUT', [
      'functionTitle',
    ]);
    expect(await on.sql('select version from employment where id = $1', [employment.id])).toEqual([{ version: 1 }]);
  });

  it('refuses a first day after the end or within another employment there, and an older version', async () => {
    const person = await confirmed();
    await given.employment(person, town, { from: '2020-01-01', to: '2024-01-01' });
    const employment = await given.employment(person, town, { from: '2025-01-01', to: '2026-12-01', roles: [] });
    expect(await update(clerk, employment, { from: '2026-12-02' })).toHaveUserError('BAD_USER_INPUT', ['from']);
    expect(await update(clerk, employment, { from: '2023-06-01' })).toHaveUserError('ALREADY_EXISTS', ['from']);
    expect(await update(clerk, employment, { from: null })).toHaveUserError('BAD_USER_INPUT', ['from']);
    expect(await update(clerk, employment, { functionTitle: 'x' })).toHaveUserError('BAD_USER_INPUT', [
      'functionTitle',
    ]);
    expect(await update(clerk, employment, { from: '2024-01-01', expectedVersion: 9 })).toHaveUserError('CONFLICT');
    expect((await update(clerk, employment, { from: '2024-01-01' })).data.updateEmployment.userErrors).toEqual([]);
  });
});

describe('a change is refused, and nothing changes,', () => {
  it('when it would end before it began, ended already, or somebody else changed it', async () => {
    const employment = await given.employment(await given.person(), town, { from: '2026-11-02' });
    expect(await end(clerk, employment, { to: '2026-11-01' })).toHaveUserError('BAD_USER_INPUT', ['to']);
    expect(await end(clerk, employment, { expectedVersion: 2 })).toHaveUserError('CONFLICT');
    const ended = await given.employment(await given.person(), town, { to: '2026-11-02' });
    expect(await end(clerk, ended)).toHaveUserError('INVALID_STATE');
    expect(await change(clerk, ended, [])).toHaveUserError('INVALID_STATE');
  });

  it('when an end would move away: nobody lengthens the own rights', async () => {
    const person = await given.person();
    const employment = await given.employment(person, town, { to: '2026-12-01' });
    expect(await end(signedIn(person), employment, { to: '2027-12-01' })).toHaveUserError('BAD_USER_INPUT', ['to']);
    const { data } = await end(signedIn(person), employment, { to: '2026-11-15' });
    expect(data.endEmployment.employment.to).toBe('2026-11-15');
  });
});
