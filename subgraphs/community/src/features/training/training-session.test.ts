import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { Given, signedIn, staff, startCommunity, type Row } from '../../../test/given.js';
import { GivenTrainings } from '../../../test/given-training.js';

const SESSION =
  'trainingSession { id version startsAt endsAt trainerName trainer { id } event { id certificateHours } }';
const ADD = `mutation ($input: AddTrainingSessionInput!) { addTrainingSession(input: $input) {
  ${SESSION} userErrors { code field message } } }`;
const TRAINER = `mutation ($input: SetTrainerInput!) { setTrainer(input: $input) { ${SESSION} userErrors { code field message } } }`;
const REMOVE = `mutation ($input: RemoveTrainingSessionInput!) { removeTrainingSession(input: $input) {
  training { id sessions { totalCount } } userErrors { code field message } } }`;
const MOVE = `mutation ($input: UpdateEventInput!) { updateEvent(input: $input) { event { id } userErrors { code message } } }`;
const READ = `query ($id: ID!) { event(id: $id) { trainingSession { id startsAt training { title } } } }`;

let on: TestSubgraph;
let given: Given;
let trainings: GivenTrainings;
let keeper: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  trainings = new GivenTrainings(on);
  keeper = staff(await given.person());
});

const add = (input: object, viewer = keeper) => on.as(viewer).run(ADD, { input });
const remove = (session: Row, viewer = keeper) =>
  on.as(viewer).run(REMOVE, { input: { id: session.id, expectedVersion: 1 } });
const count = async () => (await on.sql<{ n: number }>('select count(*)::int as n from training_session'))[0]!.n;

describe('a session of a training', () => {
  it('is an event, which certifies the hours of the training', async () => {
    const [training, event] = [await trainings.training({ hours: 7.5 }), await trainings.events.draft()];
    const { data } = await add({ trainingId: training.id, eventId: event.id, trainerName: 'Nele Lesgever' });
    expect(data.addTrainingSession).toMatchObject({
      userErrors: [],
      trainingSession: {
        startsAt: '2027-03-09T08:00:00.000Z',
        trainerName: 'Nele Lesgever',
        trainer: null,
        event: { id: event.id, certificateHours: 7.5 },
      },
    });
  });

  it('keeps the hours that its event certifies already', async () => {
    const [training, event] = [await trainings.training(), await trainings.events.draft({ certificate_hours: 3 })];
    const { data } = await add({ trainingId: training.id, eventId: event.id });
    expect(data.addTrainingSession.trainingSession.event.certificateHours).toBe(3);
  });

  it('prints the name of a trainer who is a person', async () => {
    const [training, event] = [await trainings.training(), await trainings.events.event()];
    const trainer = await given.person({ name: 'Wouter Wijs' });
    const { data } = await add({ trainingId: training.id, eventId: event.id, trainerId: trainer.id });
    expect(data.addTrainingSession.trainingSession).toMatchObject({
      trainerName: 'Wouter Wijs',
      trainer: { id: trainer.id },
    });
  });

  it('is found by its trainer by who may see that person: an id turns into no name', async () => {
    const [training, event] = [await trainings.training(), await trainings.events.event()];
    const trainer = await given.person({ name: 'Wendy Weggestopt' });
    const { data } = await add({ trainingId: training.id, eventId: event.id, trainerId: trainer.id });
    const LIST = `query ($filter: TrainingSessionFilter) { trainingSessions(filter: $filter) { totalCount nodes { trainerName } } }`;
    const found = async (viewer: Viewer, trainerId: object) => {
      const filter = { trainingId: { eq: training.id }, trainerId };
      return (await on.as(viewer).run(LIST, { filter })).data.trainingSessions.totalCount;
    };
    expect(data.addTrainingSession.trainingSession.trainerName).toBe('Wendy Weggestopt');
    expect(await found(keeper, { eq: trainer.id })).toBe(1);
    for (const hidden of [{ eq: trainer.id }, { in: [trainer.id] }, { ne: 'other' }, { isNull: false }])
      expect([hidden, await found(anonymous, hidden)]).toEqual([hidden, 0]);
    expect(await found(anonymous, { isNull: true })).toBe(1);
  });

  it('moves with its event', async () => {
    const session = await trainings.session(await trainings.training());
    const input = { id: session.event.id, expectedVersion: 1, startsAt: '2027-03-09T07:00:00Z' };
    const { data } = await on.as(keeper).run(MOVE, { input });
    expect(data.updateEvent.userErrors).toEqual([]);
    const read = await on.as(anonymous).run(READ, { id: session.event.id });
    expect(read.data.event.trainingSession.startsAt).toBe('2027-03-09T07:00:00.000Z');
  });

  it('is not planned by others', async () => {
    const [training, event] = [await trainings.training(), await trainings.events.event()];
    const before = await count();
    const viewer = signedIn(await given.person());
    expect(await add({ trainingId: training.id, eventId: event.id }, viewer)).toHaveUserError('FORBIDDEN');
    expect(await count()).toBe(before);
  });

  it.each<[string, string, (training: Row) => Promise<object>]>([
    [
      'of an event that is one already',
      'ALREADY_EXISTS',
      async (one) => ({ eventId: (await trainings.session(one)).event.id }),
    ],
    ['of an event that does not exist', 'NOT_FOUND', async () => ({ eventId: newId('event') })],
    ['of a training that does not exist', 'NOT_FOUND', async () => ({ trainingId: newId('training') })],
    [
      'of a training that was withdrawn',
      'INVALID_STATE',
      async () => ({ trainingId: (await trainings.training({ status: 'WITHDRAWN' })).id }),
    ],
    [
      'of an event that was cancelled',
      'INVALID_STATE',
      async () => ({ eventId: (await trainings.events.event({ status: 'CANCELLED' })).id }),
    ],
    [
      'of an event that is over',
      'INVALID_STATE',
      async () => ({
        eventId: (await trainings.events.event({ starts_at: '2026-10-01T08:00Z', ends_at: '2026-10-01T16:00Z' })).id,
      }),
    ],
    ['by a trainer who does not exist', 'NOT_FOUND', async () => ({ trainerId: newId('person') })],
  ])('%s is refused, and nothing is written', async (_what, code, fields) => {
    const training = await trainings.training();
    const input = {
      trainingId: training.id,
      eventId: (await trainings.events.event()).id,
      ...(await fields(training)),
    };
    const before = await count();
    expect(await add(input)).toHaveUserError(code as 'NOT_FOUND');
    expect(await count()).toBe(before);
  });

  it('gets another trainer, by staff and in the version that they have seen', async () => {
    const session = await trainings.session(await trainings.training());
    const change = (input: object, viewer = keeper) =>
      on.as(viewer).run(TRAINER, { input: { id: session.id, expectedVersion: 1, ...input } });
    expect(await change({ trainerName: 'Zoë' }, signedIn(await given.person()))).toHaveUserError('FORBIDDEN');
    const { data } = await change({ trainerName: 'Zoë Ziegler' });
    expect(data.setTrainer.trainingSession).toMatchObject({ version: 2, trainerName: 'Zoë Ziegler' });
    expect(await change({ trainerName: 'Iemand anders' })).toHaveUserError('CONFLICT');
  });

  it('is taken away before it begins, and its event stays', async () => {
    const [training, session] = await trainings.training().then(async (one) => [one, await trainings.session(one)]);
    expect(await remove(session as Row, signedIn(await given.person()))).toHaveUserError('FORBIDDEN');
    const { data } = await remove(session as Row);
    expect(data.removeTrainingSession).toMatchObject({
      userErrors: [],
      training: { id: training!.id, sessions: { totalCount: 0 } },
    });
  });

  it('stays once it has begun', async () => {
    const begun = { starts_at: '2026-10-01T08:00:00Z', ends_at: '2026-10-01T15:00:00Z' };
    expect(await remove(await trainings.session(await trainings.training(), begun))).toHaveUserError('INVALID_STATE');
  });

  it('of a draft is seen by nobody but staff', async () => {
    const session = await trainings.session(await trainings.training(), { status: 'DRAFT' });
    const ask = (viewer: Viewer) => on.as(viewer).run('query ($id: ID!) { node(id: $id) { id } }', { id: session.id });
    expect((await ask(anonymous)).data.node).toBeNull();
    expect((await ask(signedIn(await given.person()))).data.node).toBeNull();
    expect((await ask(keeper)).data.node).toEqual({ id: session.id });
  });

  it('has the times of its event in the database too', async () => {
    const session = await trainings.session(await trainings.training());
    const early = on.sql(`update training_session set starts_at = starts_at - interval '1 day' where id = $1`, [
      session.id,
    ]);
    await expect(early).rejects.toThrow('foreign key');
  });
});
