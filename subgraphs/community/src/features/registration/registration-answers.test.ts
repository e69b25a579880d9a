import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { Given, type GivenPerson, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { CANCEL, type GivenRegistered, GivenRegistration, seen } from '../../../test/given-registration.js';

const CHANGE = `mutation ($input: ChangeRegistrationAnswersInput!) { changeRegistrationAnswers(input: $input) {
  registration { id version answers { question answer } } userErrors { code field message } } }`;

let on: TestSubgraph;
let given: Given;
let events: GivenRegistration;
let event: Row;
let question: Row;
let people: GivenPerson[];
let registered: GivenRegistered;

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  given = new Given(on);
  events = new GivenRegistration(on);
});
beforeEach(async () => {
  on.clock.set('2026-11-02T09:00:00Z');
  event = await events.event({ registration_closes_at: '2026-12-01T09:00:00Z' });
  people = await events.people(2);
  registered = await events.register(event, people[0]!);
  // asked after somebody had registered
  question = await events.events.question(event, {
    label: 'Dieet?',
    kind: 'CHOICE',
    options: ['Geen', 'Vegetarisch'],
    required: true,
  });
});

const answering = (answer: string) => ({ answers: [{ questionId: question.id, answer }] });
const change = (input: object, viewer = registered.viewer) =>
  on.as(viewer).run(CHANGE, { input: { ...seen(registered), ...answering('Geen'), ...input } });
const written = () => on.sql('select answer from registration_answer where registration_id = $1', [registered.id]);

async function expectRefusal(answer: Promise<unknown>, code: string, field?: string[]): Promise<void> {
  const before = await written();
  expect(await answer).toHaveUserError(code, field);
  expect(await written()).toEqual(before);
}

it('who registered before a question was asked answers it afterwards, and may think again', async () => {
  const { data } = await change({});
  const { version, answers } = data.changeRegistrationAnswers.registration;
  expect(answers).toEqual([{ question: 'Dieet?', answer: 'Geen' }]);
  await change({ ...answering('Vegetarisch'), expectedVersion: version });
  expect(await written()).toEqual([{ answer: 'Vegetarisch' }]);
});

it('answers fit the questions, in the version that was seen', async () => {
  await change({});
  await expectRefusal(change({ answers: [], expectedVersion: 2 }), 'BAD_USER_INPUT', ['answers']);
  await expectRefusal(change({ ...answering('Vis'), expectedVersion: 2 }), 'BAD_USER_INPUT', [
    'answers',
    '0',
    'answer',
  ]);
  await expectRefusal(change({ expectedVersion: 1 }), 'CONFLICT');
});

it('answers change until registration closes; staff change them until the end', async () => {
  on.clock.set('2026-12-01T09:00:00Z');
  await expectRefusal(change({}), 'INVALID_STATE');
  const { data } = await change({}, staff(await given.person()));
  expect(data.changeRegistrationAnswers.userErrors).toEqual([]);
});

it('answers of somebody else, or of what was cancelled, do not change', async () => {
  await expectRefusal(change({}, signedIn(people[1]!)), 'NOT_FOUND', ['id']);
  await events.ask(registered.viewer, CANCEL, seen(registered));
  await expectRefusal(change({ expectedVersion: 2 }), 'INVALID_STATE');
});
