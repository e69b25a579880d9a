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
import type { CommunitySubgraph } from '../../index.js';

let on: TestSubgraph;
let given: Given;
let town: GivenOrganisation;
let clerk: Viewer;

const FIELDS =
  '{ employment { id roles from to active version organisation { id } } userErrors { code field message } }';
const START = `mutation ($input: StartEmploymentInput!) { startEmployment(input: $input) ${FIELDS} }`;
const END = `mutation ($input: EndEmploymentInput!) { endEmployment(input: $input) ${FIELDS} }`;
const CHANGE = `mutation ($input: ChangeEmploymentRolesInput!) { changeEmploymentRoles(input: $input) ${FIELDS} }`;
const UPDATE = `mutation ($input: UpdateEmploymentInput!) { updateEmployment(input: $input) ${FIELDS} }`;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  clerk = staff(await given.person());
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  town = await given.authority();
});

const confirmed = () => given.person({ email_confirmed_at: '2024-01-01T00:00:00Z' });
const as = (person: Row, roles: string[], organisation = town): Viewer =>
  inRoles(employee(person, organisation), ...roles);
const subjectsTo = async ({ email }: GivenPerson) =>
  (await on.sql<{ subject: string }>('select subject from outbox_message where recipient = $1', [email])).map(
    ({ subject }) => subject,
  );
const start = (viewer: Viewer, { email }: GivenPerson, more: object = {}): Promise<Answer> =>
  on
    .as(viewer)
    .run(START, { input: { organisationId: town.id, email, functionTitle: 'Medewerker ICT', roles: [], ...more } });
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
    const { data } = await start(clerk, person, { roles: ['READER'] });
    expect(await rights()).toEqual([[town.id, ['READER']]]);
    const speaker = as(await given.person(), ['MEMBER_CONTACT']);
    await change(speaker, data.startEmployment.employment, ['READER', 'DPO']);
    expect(await rights()).toEqual([[town.id, ['READER', 'DPO']]]);
  });

  it('begin and end with the days of the employment', async () => {
    const person = await confirmed();
    const viewer = await session(person);
    const { data } = await start(clerk, person, { roles: ['READER'], from: '2026-11-10' });
    const counts: unknown[] = [];
    await end(clerk, data.startEmployment.employment, { to: '2026-12-01' });
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

describe('who is added', () => {
  it('is told so, and so are those who answer for the organisation', async () => {
    const [newcomer, officer, reader] = [
      await confirmed(),
      await given.person(),
      await given.person({ language: 'FR' }),
    ];
    await given.employment(officer, town, { roles: ['DPO'] });
    await given.employment(reader, town, { roles: ['READER'] });
    await start(clerk, newcomer, { roles: ['READER'] });
    expect([await subjectsTo(newcomer), await subjectsTo(officer), await subjectsTo(reader)]).toEqual([
      [expect.stringMatching(/^U bent toegevoegd bij /)],
      [expect.stringMatching(/ is toegevoegd bij /)],
      [],
    ]);
  });

  it('is not looked for when the roles cannot be given', async () => {
    const manager = as(await given.person(), ['ICT_MANAGER']);
    const unknown = { id: newId('person'), name: 'Niemand', email: 'niemand@gemeente.example' };
    const codes = async (person: GivenPerson) =>
      (await start(manager, person, { roles: ['DPO'] })).data.startEmployment.userErrors.map(
        (one: { code: string }) => one.code,
      );
    expect([await codes(unknown), await codes(await confirmed())]).toEqual([['FORBIDDEN'], ['FORBIDDEN']]);
  });
});

const everyRole = ['MEMBER_CONTACT', 'ICT_MANAGER', 'DPO', 'CISO', 'PORTFOLIO_EDITOR', 'READER'];
const givers: readonly [string, (person: Row) => Viewer, readonly string[]][] = [
  ['the contact person', (person) => as(person, ['MEMBER_CONTACT']), everyRole],
  ['the ICT manager', (person) => as(person, ['ICT_MANAGER']), ['PORTFOLIO_EDITOR', 'READER']],
  ['staff', (person) => staff(person), ['MEMBER_CONTACT', 'ICT_MANAGER', 'PORTFOLIO_EDITOR', 'READER']],
  ['a DPO', (person) => as(person, ['DPO', 'CISO', 'PORTFOLIO_EDITOR', 'READER']), []],
  ['a person of no organisation', signedIn, []],
];

describe('who gives which role', () => {
  it.each(
    givers.flatMap(([who, viewer, roles]) =>
      everyRole.map((role) => [who, roles.includes(role), role, viewer] as const),
    ),
  )('%s may (%s) give %s, to somebody new and to a colleague', async (_who, may, role, viewer) => {
    const [giver, newcomer, colleague] = [viewer(await given.person()), await confirmed(), await given.person()];
    const employment = await given.employment(colleague, town, { roles: [] });
    const started = await start(giver, newcomer, { roles: [role] });
    const changed = await change(giver, employment, [role]);
    const rows = await on.sql('select roles from employment where organisation_id = $1 order by person_id', [town.id]);
    expect(started.data.startEmployment.userErrors.length === 0).toBe(may);
    expect(changed.data.changeEmploymentRoles.userErrors.length === 0).toBe(may);
    expect(rows.filter(({ roles }) => (roles as string[]).includes(role))).toHaveLength(may ? 2 : 0);
  });

  it('nobody gives himself rights: contact person and staff neither', async () => {
    const person = await confirmed();
    const employment = await given.employment(person, town, { roles: ['MEMBER_CONTACT'] });
    for (const viewer of [as(person, ['MEMBER_CONTACT']), { ...as(person, []), staffRoles: ['STAFF'] }])
      expect(await change(viewer, employment, ['MEMBER_CONTACT', 'DPO'])).toHaveUserError('FORBIDDEN');
    expect(await start(staff(person), person)).toHaveUserError('FORBIDDEN');
    expect(await on.sql('select roles from employment where person_id = $1', [person.id])).toEqual([
      { roles: ['MEMBER_CONTACT'] },
    ]);
  });

  it('a contact person of another organisation gives nothing here', async () => {
    const stranger = as(await given.person(), ['MEMBER_CONTACT'], await given.authority());
    const person = await confirmed();
    expect(await start(stranger, person)).toHaveUserError('FORBIDDEN');
    const employment = await given.employment(person, town);
    expect(await change(stranger, employment, ['READER'])).toHaveUserError('NOT_FOUND');
    expect(await end(stranger, employment)).toHaveUserError('NOT_FOUND');
  });

  it('an ICT manager neither takes the role of a DPO away nor ends the job', async () => {
    const manager = as(await given.person(), ['ICT_MANAGER']);
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
    const { data } = await start(clerk, person, { from });
    const rights = await session(person);
    expect((await rights())?.employments).toHaveLength(from === '2026-11-02' ? 1 : 0);
    const ended = await end(clerk, data.startEmployment.employment);
    expect(ended.data.endEmployment).toMatchObject({ employment: { from, to: from, active: false }, userErrors: [] });
    expect((await rights())?.employments).toEqual([]);
    expect((await start(clerk, person)).data.startEmployment.userErrors).toEqual([]);
  });
});

describe('updateEmployment', () => {
  it('corrects the function and the first day, and rights follow', async () => {
    const person = await confirmed();
    const employment = await given.employment(person, town, { from: '2026-12-01', roles: ['READER'] });
    const rights = await session(person);
    const contactPerson = as(await given.person(), ['MEMBER_CONTACT']);
    const changes = { functionTitle: 'Hoofd ICT', from: '2026-10-01' };
    const { data } = await update(contactPerson, employment, changes);
    expect(data.updateEmployment).toMatchObject({
      employment: { from: '2026-10-01', active: true, version: 2 },
      userErrors: [],
    });
    expect((await rights())?.employments).toHaveLength(1);
    const [{ function_title: title } = {}] = await on.sql('select function_title from employment where id = $1', [
      employment.id,
    ]);
    expect(title).toBe('Hoofd ICT');
  });

  it('moves no first day of who holds roles that one may not give, nor the own one', async () => {
    const person = await confirmed();
    const officer = await given.employment(person, town, { from: '2026-12-01', roles: ['DPO'] });
    const manager = as(await given.person(), ['ICT_MANAGER']);
    const earlier = { from: '2026-10-01' };
    for (const viewer of [clerk, manager]) expect(await update(viewer, officer, earlier)).toHaveUserError('FORBIDDEN');
    expect(await update(manager, officer, { from: '2027-01-01' })).toHaveUserError('FORBIDDEN');
    expect(await update(as(person, ['MEMBER_CONTACT']), officer, earlier)).toHaveUserError('FORBIDDEN');
    expect(await update(signedIn(person), officer, { functionTitle: 'Baas' })).toHaveUserError('FORBIDDEN');
    expect(await update(signedIn(await given.person()), officer, earlier)).toHaveUserError('NOT_FOUND', ['id']);
    expect(await update(anonymous, officer, earlier)).toHaveError('UNAUTHENTICATED');
    expect((await update(clerk, officer, { from: '2027-01-01' })).data.updateEmployment.userErrors).toEqual([]);
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

describe('an employment is refused, and nothing changes,', () => {
  it.each<[string, object, string, string[] | undefined]>([
    ['of an account that is not there', { email: 'niemand@gemeente.example' }, 'NOT_FOUND', ['email']],
    [
      'at an organisation that is not there',
      { organisationId: newId('organisation') },
      'NOT_FOUND',
      ['organisationId'],
    ],
    ['with a role of companies at an authority', { roles: ['VENDOR_EDITOR'] }, 'BAD_USER_INPUT', ['roles']],
    ['with a role twice', { roles: ['READER', 'READER'] }, 'BAD_USER_INPUT', ['roles']],
    ['without a title', { functionTitle: '' }, 'BAD_USER_INPUT', ['functionTitle']],
  ])('%s', async (_what, more, code, field) => {
    const person = await confirmed();
    expect(await start(clerk, person, more)).toHaveUserError(code, field);
    expect(await on.sql('select 1 from employment where person_id = $1', [person.id])).toEqual([]);
  });

  it('of somebody who did not confirm the address, who works there already, or at what merged', async () => {
    expect(await start(clerk, await given.person())).toHaveUserError('NOT_FOUND', ['email']);
    const person = await confirmed();
    await given.employment(person, town);
    expect(await start(clerk, person)).toHaveUserError('ALREADY_EXISTS');
    const dissolved = await given.authority({ status: 'DISSOLVED' });
    expect(await start(clerk, person, { organisationId: dissolved.id })).toHaveUserError('INVALID_STATE');
  });

  it('twice at once', async () => {
    const person = await confirmed();
    const answers = await Promise.all(Array.from({ length: 4 }, () => start(clerk, person)));
    const codes = answers.map(({ data }) => data.startEmployment.userErrors[0]?.code).toSorted();
    expect(codes).toEqual(['ALREADY_EXISTS', 'ALREADY_EXISTS', 'ALREADY_EXISTS', undefined]);
  });

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

  it('by the anonymous', async () => {
    expect(await start(anonymous, await confirmed())).toHaveError('UNAUTHENTICATED');
  });

  it('the same call sent again has no second effect', async () => {
    const person = await confirmed();
    const [first, again] = [
      await start(clerk, person, { idempotencyKey: 'nieuw' }),
      await start(clerk, person, { idempotencyKey: 'nieuw' }),
    ];
    expect(again.data.startEmployment.employment.id).toBe(first.data.startEmployment.employment.id);
  });
});
