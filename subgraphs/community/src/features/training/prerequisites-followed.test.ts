import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { anonymous } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { employee, Given, type GivenPerson, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { GivenCertificates } from '../../../test/given-certificate.js';
import { REGISTER } from '../../../test/given-registration.js';

let on: TestSubgraph;
let given: Given;
let certificates: GivenCertificates;
let basics: Row;
let law: Row;
let followUp: Row;
let person: GivenPerson;

const COLLEAGUE = REGISTER.replaceAll('registerForEvent', 'registerColleague').replaceAll(
  'RegisterForEvent',
  'RegisterColleague',
);

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  certificates = new GivenCertificates(on);
});
beforeEach(async () => {
  const { trainings } = certificates;
  person = await given.person();
  basics = await trainings.training();
  law = await trainings.training();
  const advanced = await trainings.training();
  await trainings.prerequisite(advanced, basics);
  await trainings.prerequisite(advanced, law);
  const session = await trainings.session(advanced, { capacity_on_site: 1 });
  followUp = session.event;
  await trainings.events.price(followUp, 'NON_MEMBER', 0);
});

const titleOf = async ({ id }: Row): Promise<string> =>
  (await on.sql<{ title: string }>('select title from training where id = $1', [id]))[0]!.title;

/** A session of the training in October, and somebody's registration for it. */
async function registeredFor(training: Row, who: Row, columns: Record<string, unknown> = {}): Promise<Row> {
  const event = await certificates.past();
  await certificates.trainings.heldAs(training, event);
  return certificates.attended(event, who, columns);
}

const register = (viewer: Viewer, input: object = {}, mutation = REGISTER) =>
  on.as(viewer).run(mutation, { input: { eventId: followUp.id, mode: 'ON_SITE', ...input } });

async function expectRefusal(answer: ReturnType<typeof register>, missing: readonly Row[]): Promise<void> {
  const refused = await answer;
  expect(refused).toHaveUserError('PREREQUISITES_MISSING', ['eventId']);
  const [payload] = Object.values(refused.data) as [{ userErrors: { message: string }[] }];
  const titles = (await Promise.all(missing.map(titleOf))).toSorted().map((title) => `“${title}”`);
  expect(payload.userErrors[0]!.message).toBe(`Follow first what this training builds on: ${titles.join(', ')}.`);
  expect(await on.sql('select from registration where event_id = $1', [followUp.id])).toEqual([]);
}

const stateOf = (answer: { data: Record<string, { registration: { state: string } | null }> }) =>
  Object.values(answer.data)[0]!.registration?.state;

describe('registering for a training that builds on others', () => {
  it('is open to who followed them: attendance counts, and a certificate', async () => {
    await registeredFor(basics, person);
    await certificates.certificate(person, { training_id: law.id });
    expect(stateOf(await register(signedIn(person)))).toBe('CONFIRMED');
  });

  it('is refused until then, and says what is missing', async () => {
    await expectRefusal(register(signedIn(person)), [basics, law]);
    await registeredFor(basics, person);
    await expectRefusal(register(signedIn(person)), [law]);
  });

  it('is refused to who registered and did not come', async () => {
    await registeredFor(basics, person);
    await registeredFor(law, person, { state: 'NO_SHOW', checked_in_at: null });
    await expectRefusal(register(signedIn(person)), [law]);
  });

  it('is refused to who was at fewer sessions than the certificate takes', async () => {
    await registeredFor(law, person);
    const { id } = await registeredFor(basics, person);
    await on.sql(
      `update event set certificate_minimum_sessions = 1 where id = (select event_id from registration where id = $1)`,
      [id],
    );
    await expectRefusal(register(signedIn(person)), [basics]);
  });

  it('is refused to whose certificate was revoked, though the attendance is still there', async () => {
    await registeredFor(law, person);
    const registration = await registeredFor(basics, person);
    const [{ event_id }] = (await on.sql('select event_id from registration where id = $1', [registration.id])) as [
      { event_id: string },
    ];
    await certificates.certificate(person, {
      registration_id: registration.id,
      event_id,
      training_id: basics.id,
      revoked_at: '2026-10-08T08:00:00Z',
    });
    await expectRefusal(register(signedIn(person)), [basics]);
  });

  it('is refused for a colleague too, whatever the one who registers followed', async () => {
    const town = await given.authority();
    const colleague = await given.person();
    await given.employment(person, town);
    await given.employment(colleague, town);
    await registeredFor(basics, person);
    await registeredFor(law, person);
    const viewer = employee(person, town);
    const contact = { ...viewer, employments: [{ ...viewer.employments[0]!, roles: ['MEMBER_CONTACT'] }] } as Viewer;
    await expectRefusal(register(contact, { personId: colleague.id }, COLLEAGUE), [basics, law]);
  });

  it('is refused for the waiting list as well', async () => {
    const other = await given.person();
    await register(staff(other), { personId: other.id }, COLLEAGUE);
    const answer = await register(signedIn(person));
    expect(answer).toHaveUserError('PREREQUISITES_MISSING', ['eventId']);
  });

  it('is possible by staff, who judge what somebody learned elsewhere', async () => {
    const clerk = staff(await given.person());
    expect(stateOf(await register(clerk, { personId: person.id }, COLLEAGUE))).toBe('CONFIRMED');
  });

  it('is refused as bad input where it names no event', async () => {
    expect(await register(signedIn(person), { eventId: 'x' })).toHaveUserError('BAD_USER_INPUT', ['eventId']);
    expect(await register(signedIn(person), { eventId: newId('event') })).toHaveUserError('NOT_FOUND', ['eventId']);
  });

  it('asks only for what comes right before: who followed that has followed what came before it', async () => {
    await certificates.trainings.prerequisite(law, await certificates.trainings.training());
    await registeredFor(basics, person);
    await registeredFor(law, person);
    expect(stateOf(await register(signedIn(person)))).toBe('CONFIRMED');
  });
});

it('a session shows what the viewer has yet to follow', async () => {
  await registeredFor(basics, person);
  const query = `query ($id: ID!) { event(id: $id) { trainingSession { missingPrerequisites { nodes { id } } } } }`;
  const idsFor = async (viewer: Viewer): Promise<string[]> => {
    const { data } = await on.as(viewer).run(query, { id: followUp.id });
    return data.event.trainingSession.missingPrerequisites.nodes.map(({ id }: Row) => id).toSorted();
  };
  expect([await idsFor(signedIn(person)), await idsFor(anonymous)]).toEqual([[law.id], [basics.id, law.id].toSorted()]);
});
