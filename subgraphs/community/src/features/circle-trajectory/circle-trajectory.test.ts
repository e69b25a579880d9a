import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import type { DomainError } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import fc from 'fast-check';
import { contact } from '../../../test/given-membership.js';
import { Given, type Row, signedIn, staff, startCommunity, statementsOf } from '../../../test/given.js';
import { nextStage, requireStages } from './circle-trajectory.policy.js';

let on: TestSubgraph;
let given: Given;
let circle: Row;
let coordinator: Viewer;

const FIELDS = `{ circleTrajectory { id buildingBlock stage disseminatedOn adoptedOn innovatedOn standardisedOn note version
  circle { id } } userErrors { code field message } }`;
const run = (viewer: Viewer, name: string, input: object): Promise<Answer> =>
  on
    .as(viewer)
    .run(
      `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) ${FIELDS} }`,
      {
        input,
      },
    );

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
});

beforeEach(async () => {
  circle = await given.circle();
  const person = await given.person();
  await given.coordinator(circle, person);
  coordinator = signedIn(person);
});

const start = (more: object = {}, viewer = coordinator): Promise<Answer> =>
  run(viewer, 'startTrajectory', { circleId: circle.id, buildingBlock: 'MAGDA', on: '2025-03-01', ...more });
const started = async (): Promise<Row> => (await start()).data.startTrajectory.circleTrajectory;
const advance = ({ id }: Row, more: object = {}, viewer = coordinator): Promise<Answer> =>
  run(viewer, 'advanceTrajectory', { id, expectedVersion: 1, on: '2025-09-01', ...more });

describe('a trajectory', () => {
  it('begins with dissemination of a building block', async () => {
    expect((await start({ note: 'Kennismaking op de kring.' })).data.startTrajectory).toMatchObject({
      circleTrajectory: {
        buildingBlock: 'MAGDA',
        stage: 'DISSEMINATION',
        disseminatedOn: '2025-03-01',
        adoptedOn: null,
        note: 'Kennismaking op de kring.',
        circle: { id: circle.id },
      },
      userErrors: [],
    });
  });

  it('goes on stage by stage, each with its day, and keeps its note', async () => {
    const one = await started();
    const days = ['2025-09-01', '2026-02-01', '2026-11-02'];
    const stages = [];
    for (const [index, day] of days.entries()) {
      const { data } = await advance(one, {
        expectedVersion: index + 1,
        on: day,
        ...(index === 0 && { note: 'Drie leden.' }),
      });
      stages.push(data.advanceTrajectory.circleTrajectory);
    }
    expect(stages.map(({ stage }) => stage)).toEqual(['ADOPTION', 'INNOVATION', 'STANDARDISATION']);
    expect(stages[2]).toMatchObject({
      adoptedOn: days[0],
      innovatedOn: days[1],
      standardisedOn: days[2],
      note: 'Drie leden.',
    });
    expect(await advance(one, { expectedVersion: 4, on: '2026-11-02' })).toHaveUserError('INVALID_STATE');
  });

  it.each([
    ['before the present stage', { on: '2025-02-28' }, 'BAD_USER_INPUT', ['on']],
    ['in the future', { on: '2026-11-03' }, 'BAD_USER_INPUT', ['on']],
    ['in another version', { expectedVersion: 2 }, 'CONFLICT', ['expectedVersion']],
  ] as const)('does not go on %s', async (_when, more, code, field) => {
    const one = await started();
    expect(await advance(one, more)).toHaveUserError(code, [...field]);
    expect(await on.sql('select stage, version from circle_trajectory where id = $1', [one.id])).toEqual([
      { stage: 'DISSEMINATION', version: 1 },
    ]);
  });

  it('is one of a building block in a circle, however it is written and however often at once', async () => {
    const answers = await Promise.all(['Magda', 'MAGDA', 'magda'].map((buildingBlock) => start({ buildingBlock })));
    const codes = answers.flatMap(({ data }) =>
      data.startTrajectory.userErrors.map(({ code }: { code: string }) => code),
    );
    expect(codes).toEqual(['ALREADY_EXISTS', 'ALREADY_EXISTS']);
    const repeated = await Promise.all(
      [1, 2].map(() => start({ buildingBlock: 'ACM/IDM', idempotencyKey: circle.id })),
    );
    expect(new Set(repeated.map(({ data }) => data.startTrajectory.circleTrajectory.id)).size).toBe(1);
  });

  it('is of a building block of the list, written as the list does', async () => {
    const { data } = await on.as(anonymous).run('{ buildingBlockNames { name description } }');
    expect(data.buildingBlockNames).toContainEqual({ name: 'MAGDA', description: expect.any(String) });
    expect((await start({ buildingBlock: 'magda' })).data.startTrajectory.circleTrajectory.buildingBlock).toBe('MAGDA');
    expect(await start({ buildingBlock: 'Koffie' })).toHaveUserError('BAD_USER_INPUT', ['buildingBlock']);
    expect(await on.sql('select from circle_trajectory where circle_id = $1', [circle.id])).toHaveLength(1);
  });

  it('is of a circle that was founded and did not end', async () => {
    const clerk = staff(await given.person());
    const of = async (columns: object) => start({ circleId: (await given.circle({ ...columns })).id }, clerk);
    expect(await of({ founded_on: null })).toHaveUserError('INVALID_STATE');
    expect(await of({ ended_on: '2024-01-01' })).toHaveUserError('INVALID_STATE');
    expect(await start({ circleId: newId('circle') }, clerk)).toHaveUserError('NOT_FOUND', ['circleId']);
    expect(await start({ on: '2026-11-03' }, clerk)).toHaveUserError('BAD_USER_INPUT', ['on']);
  });

  it('has a note that can be changed and cleared', async () => {
    const { id } = await started();
    const note = async (text: string | null, expectedVersion: number) =>
      (await run(coordinator, 'updateTrajectory', { id, expectedVersion, note: text })).data.updateTrajectory;
    expect((await note('Geleerd.', 1)).circleTrajectory.note).toBe('Geleerd.');
    expect((await note(null, 2)).circleTrajectory.note).toBeNull();
    expect((await note('Oud.', 2)).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
  });

  const update = ({ id }: Row, more: object, viewer = coordinator): Promise<Answer> =>
    run(viewer, 'updateTrajectory', { id, expectedVersion: 1, ...more });
  const remove = ({ id }: Row, expectedVersion: number, viewer = coordinator): Promise<Answer> =>
    on
      .as(viewer)
      .run(
        'mutation ($input: RemoveTrajectoryInput!) { removeTrajectory(input: $input) { deletedId userErrors { code field } } }',
        { input: { id, expectedVersion } },
      );

  it('has other days than were written down, and a stage that is taken back', async () => {
    const one = await started();
    await advance(one);
    const days = await update(one, { disseminatedOn: '2024-01-01', adoptedOn: '2024-06-01', expectedVersion: 2 });
    expect(days.data.updateTrajectory.circleTrajectory).toMatchObject({
      stage: 'ADOPTION',
      disseminatedOn: '2024-01-01',
      adoptedOn: '2024-06-01',
      note: null,
    });
    const back = await update(one, { adoptedOn: null, expectedVersion: 3 });
    expect(back.data.updateTrajectory.circleTrajectory).toMatchObject({ stage: 'DISSEMINATION', adoptedOn: null });
  });

  it.each([
    ['without the stage in front', { innovatedOn: '2026-01-01' }, ['innovatedOn']],
    ['before the stage in front', { adoptedOn: '2025-02-28' }, ['adoptedOn']],
    ['in the future', { adoptedOn: '2026-11-03' }, ['adoptedOn']],
    ['without its first day', { disseminatedOn: null }, ['disseminatedOn']],
  ])('is not corrected %s', async (_how, days, field) => {
    const one = await started();
    expect(await update(one, days)).toHaveUserError('BAD_USER_INPUT', field);
    expect(await on.sql('select stage, version from circle_trajectory where id = $1', [one.id])).toEqual([
      { stage: 'DISSEMINATION', version: 1 },
    ]);
  });

  it('is gone when it never was, and stays when it went on', async () => {
    const [one, other] = [await started(), (await start({ buildingBlock: 'ACM/IDM' })).data.startTrajectory];
    await advance(other.circleTrajectory);
    expect(await remove(one, 1, signedIn(await given.person()))).toHaveUserError('FORBIDDEN');
    expect(await remove(one, 2)).toHaveUserError('CONFLICT', ['expectedVersion']);
    expect(await remove(other.circleTrajectory, 2)).toHaveUserError('INVALID_STATE');
    expect((await remove(one, 1)).data.removeTrajectory).toEqual({ deletedId: one.id, userErrors: [] });
    expect(await remove(one, 1)).toHaveUserError('NOT_FOUND', ['id']);
  });

  it.each(['stranger', 'contact of a member', 'other coordinator', 'coordinator', 'staff'])(
    'is kept by its coordinators and staff: %s',
    async (who) => {
      const one = await started();
      const [member, person] = [await given.authority(), await given.person()];
      await given.membership(circle, member);
      if (who === 'other coordinator') await given.coordinator(await given.circle(), person);
      const viewers: Record<string, Viewer> = {
        'contact of a member': contact(person, member),
        coordinator,
        staff: staff(person),
      };
      const viewer = viewers[who] ?? signedIn(person);
      const answers = [
        await start({ buildingBlock: 'ACM/IDM' }, viewer),
        await advance(one, {}, viewer),
        await run(viewer, 'updateTrajectory', { id: one.id, expectedVersion: 2, note: 'Ja.' }),
      ];
      const codes = answers.map(
        ({ data }) => (Object.values(data)[0] as { userErrors: { code: string }[] }).userErrors[0]?.code,
      );
      const isAllowed = who === 'coordinator' || who === 'staff';
      expect(codes).toEqual(codes.map(() => (isAllowed ? undefined : 'FORBIDDEN')));
      expect(await start({}, anonymous)).toHaveError('UNAUTHENTICATED');
    },
  );

  it('is found over all circles by building block and stage, in one statement', async () => {
    await advance((await start({ buildingBlock: 'basisregisters vlaanderen' })).data.startTrajectory.circleTrajectory);
    const query = `query ($search: String) { circleTrajectories(search: $search, filter: { stage: { eq: ADOPTION } }) {
      nodes { buildingBlock stage circle { name } } facets { stage { value count } buildingBlock { value count } } } }`;
    const ask = () => on.as(anonymous).run(query, { search: 'basisregister' });
    expect((await ask()).data.circleTrajectories).toMatchObject({
      nodes: [{ buildingBlock: 'Basisregisters Vlaanderen', stage: 'ADOPTION' }],
      facets: { stage: [{ value: 'ADOPTION', count: 1 }] },
    });
    expect(await statementsOf(ask)).toBe(1);
  });
});

const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const last = '2026-01-01';

function refusalOf(work: () => void): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as DomainError).code;
  }
}

it('is corrected into days in their order without a gap, and into nothing else', () => {
  const maybe = fc.option(day);
  fc.assert(
    fc.property(day, maybe, maybe, maybe, (disseminatedOn, adoptedOn, innovatedOn, standardisedOn) => {
      const days = [disseminatedOn, adoptedOn, innovatedOn, standardisedOn];
      const known = days.filter((one) => one !== null);
      const isOrderly = JSON.stringify(days.slice(0, known.length)) === JSON.stringify(known.toSorted());
      const refused = refusalOf(() => requireStages({ disseminatedOn, adoptedOn, innovatedOn, standardisedOn }, last));
      expect(refused).toBe(isOrderly ? undefined : 'BAD_USER_INPUT');
    }),
  );
});

it('never skips a stage and never goes back in time', () => {
  fc.assert(
    fc.property(day, fc.array(day, { maxLength: 6 }), (first, days) => {
      const trajectory = { disseminatedOn: first, adoptedOn: null, innovatedOn: null, standardisedOn: null };
      for (const one of days) {
        try {
          Object.assign(trajectory, nextStage(trajectory, one));
        } catch {
          // refused: it stays as it is
        }
      }
      const begun = Object.values(trajectory);
      const known = begun.filter((one): one is string => one !== null);
      expect(begun.slice(0, known.length)).toEqual(known.toSorted());
    }),
  );
});

it.each([
  ['a stage skipped', 'innovated_on', '2025-06-01'],
  ['a stage before the one in front', 'adopted_on', '2025-01-01'],
])('%s is refused by the database too', async (_what, column, date) => {
  const { id } = await started();
  await expect(on.sql(`update circle_trajectory set ${column} = $2 where id = $1`, [id, date])).rejects.toThrow(
    'violates check constraint',
  );
});
