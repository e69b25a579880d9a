import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { Given, type GivenPerson, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { GivenRegistration } from '../../../test/given-registration.js';

const GIVE = `mutation ($input: RegisterComplimentaryInput!) { registerComplimentary(input: $input) {
  registration { id state priceCents audience complimentaryReason registeredBy { id } } userErrors { code field message } } }`;

let on: TestSubgraph;
let events: GivenRegistration;
let keeper: Viewer;
let event: Row;
let people: GivenPerson[];

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  events = new GivenRegistration(on);
  keeper = staff(await new Given(on).person());
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  event = await events.event({ capacity_on_site: 1 }, { EFFECTIVE: 10_000 });
  people = await events.people(2);
});

const give = (person: Row, more: object = {}, viewer = keeper) =>
  on.as(viewer).run(GIVE, {
    input: { eventId: event.id, personId: person.id, mode: 'ON_SITE', reason: 'Spreker', ...more },
  });

it('a free place goes to a speaker at an event for members, for a reason', async () => {
  await events.events.question(event, { required: true });
  const { data } = await give(people[0]!);
  expect(data.registerComplimentary.registration).toMatchObject({
    state: 'CONFIRMED',
    priceCents: 0,
    audience: 'NON_MEMBER',
    complimentaryReason: 'Spreker',
    registeredBy: { id: keeper.personId },
  });
  expect(await events.mailsTo(people[0]!)).toHaveLength(1);
});

it('a free place goes to the staff themselves', async () => {
  const { data } = await give({ id: keeper.personId! }, { reason: 'Organisatie' });
  expect(data.registerComplimentary.registration).toMatchObject({ state: 'CONFIRMED', registeredBy: null });
});

it('a free place is one of the places: who comes when there is none waits', async () => {
  await give(people[0]!);
  const { data } = await give(people[1]!);
  expect(data.registerComplimentary.registration.state).toBe('WAITLISTED');
});

it('a free place is given once, whatever is sent again', async () => {
  const first = await give(people[0]!, { idempotencyKey: 'spreker' });
  const again = await give(people[0]!, { idempotencyKey: 'spreker' });
  expect(again.data.registerComplimentary).toEqual(first.data.registerComplimentary);
  expect(await give(people[0]!)).toHaveUserError('ALREADY_EXISTS');
  expect(await events.statesOf(event)).toEqual(['CONFIRMED']);
});

it.each<[string, object, string, string[]]>([
  ['without a reason', { reason: ' ' }, 'BAD_USER_INPUT', ['reason']],
  ['to nobody', { personId: newId('person') }, 'NOT_FOUND', ['personId']],
  ['online at what is on site', { mode: 'ONLINE' }, 'BAD_USER_INPUT', ['mode']],
  [
    'with an answer to what is not asked',
    { answers: [{ questionId: newId('eventquestion'), answer: 'ja' }] },
    'BAD_USER_INPUT',
    ['answers', '0', 'questionId'],
  ],
])('a free place is not given %s, and nothing is written', async (_how, more, code, field) => {
  expect(await give(people[0]!, more)).toHaveUserError(code, field);
  expect(await events.statesOf(event)).toEqual([]);
});

it('a free place is given by staff only', async () => {
  expect(await give(people[0]!, {}, signedIn(people[0]!))).toHaveUserError('FORBIDDEN');
  expect(await events.statesOf(event)).toEqual([]);
});
