import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { Given, signedIn, staff, startCommunity, statementsOf } from '../../../test/given.js';
import { GivenTrainings } from '../../../test/given-training.js';
import { seedReference } from '../../seed/index.js';

const CREATE = `mutation ($input: CreateTrainingInput!) { createTraining(input: $input) {
  training { id version title hours credits status cyfunCategories themes { nodes { slug } } prerequisites { nodes { id } } }
  userErrors { code field message } } }`;
const UPDATE = `mutation ($input: UpdateTrainingInput!) { updateTraining(input: $input) {
  training { id version title hours status prerequisites { nodes { id } } } userErrors { code field message } } }`;
const LIST = `query ($search: String, $filter: TrainingFilter) { trainings(search: $search, filter: $filter) {
  totalCount nodes { id title nextSession { startsAt event { slug } } followUps { nodes { title } } sessions { totalCount } } } }`;

let on: TestSubgraph;
let given: Given;
let trainings: GivenTrainings;
let keeper: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  await seedReference(on.urls);
  given = new Given(on);
  trainings = new GivenTrainings(on);
  keeper = staff(await given.person());
});

const course = (fields: object = {}) => ({
  title: `Certified DPO ${newId('training').slice(-6)}`,
  description: 'Alles wat een functionaris voor gegevensbescherming moet weten.',
  hours: 30,
  ...fields,
});
const create = (input: object, viewer = keeper) => on.as(viewer).run(CREATE, { input });
const update = (input: object, viewer = keeper) => on.as(viewer).run(UPDATE, { input });
const count = async () => (await on.sql<{ n: number }>('select count(*)::int as n from training'))[0]!.n;

describe('a training', () => {
  it('is made by staff, with what it is about and what comes before it', async () => {
    const basics = await trainings.training();
    const input = {
      hours: 30.5,
      credits: 4,
      themes: ['gegevensbescherming'],
      cyfunCategories: ['PR.AT', 'GV.PO'],
      prerequisiteIds: [basics.id],
    };
    const { data } = await create(course(input));
    expect(data.createTraining).toMatchObject({
      userErrors: [],
      training: {
        version: 1,
        hours: 30.5,
        credits: 4,
        status: 'OFFERED',
        cyfunCategories: ['PR.AT', 'GV.PO'],
        themes: { nodes: [{ slug: 'gegevensbescherming' }] },
        prerequisites: { nodes: [{ id: basics.id }] },
      },
    });
  });

  it('is made once, however often the same call is sent', async () => {
    const input = course({ idempotencyKey: newId('training') });
    const answers = await Promise.all([create(input), create(input), create(input)]);
    expect(new Set(answers.map(({ data }) => data.createTraining.training.id)).size).toBe(1);
  });

  it('is not made by others, and nothing is written', async () => {
    const before = await count();
    expect(await create(course(), signedIn(await given.person()))).toHaveUserError('FORBIDDEN');
    expect(await count()).toBe(before);
  });

  it.each([
    ['a title that another one on offer has', { title: 'Bestaande opleiding' }, 'ALREADY_EXISTS'],
    ['no hours', { hours: 0 }, 'BAD_USER_INPUT'],
    ['hours of three decimals', { hours: 1.125 }, 'BAD_USER_INPUT'],
    ['fewer than no credits', { credits: -1 }, 'BAD_USER_INPUT'],
    ['a theme that does not exist', { themes: ['koffie'] }, 'BAD_USER_INPUT'],
    ['a category that CyFun does not have', { cyfunCategories: ['PR.AT', 'ID.ZZ'] }, 'BAD_USER_INPUT'],
    ['a prerequisite that does not exist', { prerequisiteIds: [newId('training')] }, 'BAD_USER_INPUT'],
  ])('with %s is refused, and nothing is written', async (_what, fields, code) => {
    await on.sql(`insert into training (id, title, description, hours)
      select '${newId('training')}', 'Bestaande opleiding', 'Van vroeger.', 3
      where not exists (select from training where title = 'Bestaande opleiding')`);
    const before = await count();
    expect(await create(course(fields))).toHaveUserError(code as 'BAD_USER_INPUT');
    expect(await count()).toBe(before);
  });

  it('is changed in what is sent, and nothing else', async () => {
    const training = await trainings.training({ hours: 6 });
    const { data } = await update({ id: training.id, expectedVersion: 1, title: 'Sturen op projecten' });
    expect(data.updateTraining.training).toMatchObject({ version: 2, title: 'Sturen op projecten', hours: 6 });
  });

  it('that somebody else changed since is not overwritten', async () => {
    const { id } = await trainings.training();
    await update({ id, expectedVersion: 1, credits: 2 });
    expect(await update({ id, expectedVersion: 1, credits: 3 })).toHaveUserError('CONFLICT');
  });

  it('is not changed by others', async () => {
    const { id } = await trainings.training();
    expect(await update({ id, expectedVersion: 1, hours: 1 }, signedIn(await given.person()))).toHaveUserError(
      'FORBIDDEN',
    );
  });

  it('never comes before itself, also not by way of others', async () => {
    const [first, second, third] = [await trainings.training(), await trainings.training(), await trainings.training()];
    await trainings.prerequisite(second, first);
    await trainings.prerequisite(third, second);
    const change = { id: first.id, expectedVersion: 1 };
    expect(await update({ ...change, prerequisiteIds: [third.id] })).toHaveUserError('BAD_USER_INPUT');
    expect(await update({ ...change, prerequisiteIds: [first.id] })).toHaveUserError('BAD_USER_INPUT');
    await expect(trainings.prerequisite(first, third)).rejects.toThrow('no training comes before itself');
  });

  it('closes no circle with another one that is changed at the same moment', async () => {
    const pairs = await Promise.all(
      Array.from({ length: 10 }, async () => [await trainings.training(), await trainings.training()] as const),
    );
    const changes = pairs.flatMap(([one, other]) => [
      update({ id: one.id, expectedVersion: 1, prerequisiteIds: [other.id] }),
      update({ id: other.id, expectedVersion: 1, prerequisiteIds: [one.id] }),
    ]);
    const answers = await Promise.all(changes);
    const done = answers.filter(({ data }) => data.updateTraining.userErrors.length === 0);
    expect(done.length).toBe(10);
  });
});

describe('what the association teaches', () => {
  it('is read by everybody in one statement, with its next session and what builds on it', async () => {
    const [training, advanced] = [
      await trainings.training({ title: 'Phishing herkennen', cyfun_categories: ['RS.XY'] }),
      await trainings.training({ title: 'Phishing simuleren' }),
    ];
    await trainings.prerequisite(advanced, training);
    const times = (day: string) => ({ starts_at: `${day}T08:00:00Z`, ends_at: `${day}T15:00:00Z` });
    await trainings.session(training, times('2026-10-01'));
    await trainings.session(training, { ...times('2026-11-20'), status: 'CANCELLED' });
    await trainings.session(training, { ...times('2026-11-21'), status: 'DRAFT' });
    await trainings.session(training, { ...times('2026-12-01'), slug: 'phishing-december' });
    await trainings.session(training, times('2027-01-01'));
    const ask = () => on.as(anonymous).run(LIST, { filter: { cyfunCategories: { has: 'RS.XY' } } });
    expect(await statementsOf(ask)).toBe(1);
    const { data } = await ask();
    expect(data.trainings.nodes).toEqual([
      {
        id: training.id,
        title: 'Phishing herkennen',
        nextSession: { startsAt: '2026-12-01T08:00:00.000Z', event: { slug: 'phishing-december' } },
        followUps: { nodes: [{ title: 'Phishing simuleren' }] },
        sessions: { totalCount: 4 },
      },
    ]);
  });

  it('is found despite a typing error', async () => {
    await trainings.training({ title: 'Verandermanagement' });
    const { data } = await on.as(anonymous).run(LIST, { search: 'verandermanagment' });
    expect(data.trainings.nodes[0].title).toBe('Verandermanagement');
  });
});
