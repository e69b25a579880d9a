import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { Given, type GivenPerson, signedIn, staff, startCommunity } from '../../../test/given.js';
import { KeptMails, signInLink } from '../../../test/kept-mails.js';
import type { CommunitySubgraph } from '../../index.js';

let on: TestSubgraph;
let given: Given;
let mails: KeptMails;
let first: GivenPerson;
let clerk: Viewer;

const FIELDS = `{ staffAppointment { id version appointedAt dismissedAt person { name } appointedBy { name } dismissedBy { name } }
  userErrors { code field } }`;
const APPOINT = `mutation ($input: AppointStaffInput!) { appointStaff(input: $input) ${FIELDS} }`;
const DISMISS = `mutation ($input: DismissStaffInput!) { dismissStaff(input: $input) ${FIELDS} }`;
const LIST = `query ($filter: StaffAppointmentFilter) { staffAppointments(filter: $filter) { nodes { person { name } } totalCount } }`;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  mails = await KeptMails.of(on);
  first = await confirmed({ name: 'Eerste Medewerker' });
  clerk = staff(first);
});
beforeEach(async () => {
  await on.sql('delete from staff_appointment');
  await on.sql('delete from staff_role');
  await on.sql(`insert into staff_role values ($1, 'STAFF')`, [first.id]);
  await on.sql(`insert into staff_appointment (id, person_id, appointed_at) values ($1, $2, '2020-01-06T08:00:00Z')`, [
    newId('staffappointment'),
    first.id,
  ]);
});

const confirmed = (columns: object = {}) => given.person({ email_confirmed_at: '2024-01-01T00:00:00Z', ...columns });
const appoint = (viewer: Viewer, { id: personId }: Pick<GivenPerson, 'id'>, more: object = {}): Promise<Answer> =>
  on.as(viewer).run(APPOINT, { input: { personId, ...more } });
const dismiss = (viewer: Viewer, { id }: { id: string }, more: object = {}): Promise<Answer> =>
  on.as(viewer).run(DISMISS, { input: { id, expectedVersion: 1, ...more } });
const running = (person: GivenPerson) =>
  on
    .sql<{ id: string }>('select id from staff_appointment where person_id = $1 and dismissed_at is null', [person.id])
    .then(([found]) => found!);
const roles = async () =>
  (
    await on.sql<{ name: string }>('select name from staff_role join person on person.id = person_id order by name')
  ).map(({ name }) => name);

/** What the gateway learns of somebody with every request. */
async function rightsOf(person: GivenPerson): Promise<readonly string[] | undefined> {
  const sessionId = `session of ${person.id}`;
  await on.sql(
    `insert into session (id, person_id, created_at, idle_until, expires_at) values ($1, $2, $3, $4, $4) on conflict do nothing`,
    [sessionId, person.id, on.clock.now(), '2027-12-31T00:00:00Z'],
  );
  const { identity } = on.subgraph as CommunitySubgraph;
  return (await identity.viewerOf({ personId: person.id, sessionId }))?.staffRoles;
}

describe('appointStaff', () => {
  it('makes a person staff with the next request, and writes down by whom', async () => {
    const person = await confirmed({ name: 'Nieuwe Medewerker' });
    const before = await rightsOf(person);
    const { data } = await appoint(clerk, person);
    expect(data.appointStaff).toMatchObject({
      staffAppointment: {
        version: 1,
        appointedAt: '2026-11-02T09:00:00.000Z',
        dismissedAt: null,
        person: { name: 'Nieuwe Medewerker' },
        appointedBy: { name: 'Eerste Medewerker' },
      },
      userErrors: [],
    });
    expect([before, await rightsOf(person)]).toEqual([[], ['STAFF']]);
  });

  it('tells all of staff and the person, with where to sign in', async () => {
    const person = await confirmed({ name: 'Zichtbare Medewerker' });
    await appoint(clerk, person);
    for (const { email } of [first, person])
      expect((await mails.to(email)).at(-1)).toMatchObject({
        subject: 'Een nieuwe medewerker van de vereniging',
        text: expect.stringContaining(signInLink),
      });
  });

  it('is done once for one idempotencyKey', async () => {
    const person = await confirmed();
    const key = { idempotencyKey: 'aanstelling-van-een-persoon' };
    const [one, two] = [await appoint(clerk, person, key), await appoint(clerk, person, key)];
    expect(two.data).toEqual(one.data);
  });

  it.each<[string, () => Viewer]>([
    ['somebody else', () => signedIn(first)],
    ['who was staff until this moment', () => staff({ id: 'person_01h000000000000000000000ee' })],
  ])('refuses %s, and appoints nobody', async (_who, viewer) => {
    expect(await appoint(viewer(), await confirmed())).toHaveUserError('FORBIDDEN');
    expect(await roles()).toEqual(['Eerste Medewerker']);
  });

  it('refuses the anonymous', async () => {
    expect(await appoint(anonymous, first)).toHaveError('UNAUTHENTICATED');
  });

  it('refuses a person whose address nobody confirmed, who is staff, or who is not there', async () => {
    expect(await appoint(clerk, await given.person())).toHaveUserError('INVALID_STATE');
    expect(await appoint(clerk, first)).toHaveUserError('ALREADY_EXISTS', ['personId']);
    expect(await appoint(clerk, { id: 'person_01h000000000000000000000ee' })).toHaveUserError('NOT_FOUND', [
      'personId',
    ]);
    expect(await appoint(clerk, { id: 'nobody' })).toHaveUserError('BAD_USER_INPUT', ['personId']);
    expect(await roles()).toEqual(['Eerste Medewerker']);
  });
});

describe('dismissStaff', () => {
  it('ends the rights with the next request, and writes down by whom', async () => {
    const person = await confirmed({ name: 'Vertrokken Medewerker' });
    await appoint(clerk, person);
    on.clock.set('2026-11-03T09:00:00Z');
    const { data } = await dismiss(clerk, await running(person));
    on.clock.set('2026-11-02T09:00:00Z');
    expect(data.dismissStaff).toMatchObject({
      staffAppointment: { version: 2, dismissedAt: '2026-11-03T09:00:00.000Z', dismissedBy: { name: first.name } },
      userErrors: [],
    });
    expect(await rightsOf(person)).toEqual([]);
    expect((await mails.to(person.email)).at(-1)?.subject).toBe('Een medewerker minder bij de vereniging');
    expect((await appoint(clerk, person)).data.appointStaff.userErrors).toEqual([]);
  });

  it('leaves the last one', async () => {
    expect(await dismiss(clerk, await running(first))).toHaveUserError('INVALID_STATE');
    expect(await roles()).toEqual(['Eerste Medewerker']);
  });

  it('lets who leaves go, when another stays', async () => {
    const person = await confirmed({ name: 'Blijvende Medewerker' });
    await appoint(clerk, person);
    expect((await dismiss(clerk, await running(first))).data.dismissStaff.userErrors).toEqual([]);
    expect(await roles()).toEqual(['Blijvende Medewerker']);
  });

  it('lets one of two who dismiss each other at once win', async () => {
    const person = await confirmed();
    await appoint(clerk, person);
    const answers = await Promise.all([
      dismiss(clerk, await running(person)),
      dismiss(staff(person), await running(first)),
    ]);
    const refusals = answers.flatMap(({ data }) => data.dismissStaff.userErrors);
    expect(refusals.map(({ code }: { code: string }) => code)).toEqual(['FORBIDDEN']);
    expect(await roles()).toHaveLength(1);
  });

  it('refuses others, an older version, and an appointment that ended or is not there', async () => {
    const person = await confirmed();
    await appoint(clerk, person);
    const appointment = await running(person);
    expect(await dismiss(signedIn(person), appointment)).toHaveUserError('FORBIDDEN');
    expect(await dismiss(clerk, appointment, { expectedVersion: 9 })).toHaveUserError('CONFLICT', ['expectedVersion']);
    expect(await roles()).toHaveLength(2);
    await dismiss(clerk, appointment);
    expect(await dismiss(clerk, appointment, { expectedVersion: 2 })).toHaveUserError('INVALID_STATE');
    const nowhere = { id: 'staffappointment_01h000000000000000000000ff' };
    expect(await dismiss(clerk, nowhere)).toHaveUserError('NOT_FOUND', ['id']);
  });
});

it('shows who is staff to staff, their own to others, and nothing to the anonymous', async () => {
  const person = await confirmed({ name: 'Andere Medewerker' });
  await appoint(clerk, person);
  const filter = { dismissedAt: { isNull: true } };
  const names = async (viewer: Viewer) =>
    (await on.as(viewer).run(LIST, { filter })).data.staffAppointments.nodes.map(
      (one: { person: { name: string } }) => one.person.name,
    );
  expect((await names(clerk)).toSorted()).toEqual(['Andere Medewerker', 'Eerste Medewerker']);
  expect(await names(signedIn(person))).toEqual(['Andere Medewerker']);
  expect([await names(signedIn(await confirmed())), await names(anonymous)]).toEqual([[], []]);
});
