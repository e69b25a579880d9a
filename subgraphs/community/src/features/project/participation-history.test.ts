import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import type { Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import { contact } from '../../../test/given-membership.js';
import { Given, type GivenOrganisation, type Row, staff, startCommunity } from '../../../test/given.js';
import { GivenKnowledge } from '../../../test/given-knowledge.js';

let on: TestSubgraph;
let given: Given;
let knowledge: GivenKnowledge;
let clerk: Viewer;
let town: GivenOrganisation;
let project: Row;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  knowledge = new GivenKnowledge(on);
  clerk = staff(await given.person());
});
beforeEach(async () => {
  [town, project] = [await given.authority(), await knowledge.project()];
});

const PART = 'participation { id from to active version } userErrors { code field }';
const run = (name: string, answer: string, input: object, viewer: Viewer) =>
  on
    .as(viewer)
    .run(
      `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${answer} } }`,
      { input },
    );
const record = (more: object = {}, viewer = clerk) =>
  run(
    'recordProjectParticipation',
    PART,
    { projectId: project.id, organisationId: town.id, from: '2021-03-01', to: '2023-09-01', ...more },
    viewer,
  );
const update = ({ id }: Row, more: object, viewer = clerk) =>
  run('updateProjectParticipation', PART, { id, expectedVersion: 1, ...more }, viewer);
const remove = ({ id }: Row, more: object = {}, viewer = clerk) =>
  run('removeProjectParticipation', 'deletedId userErrors { code field }', { id, expectedVersion: 1, ...more }, viewer);
/** For what the test holds in its transaction. */
async function untilSomebodyWaits(): Promise<void> {
  const blocked = 'select from pg_locks where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))';
  while ((await on.sql(blocked)).length === 0);
}
const days = () =>
  on.sql(
    `select from_date::text as "from", to_date::text as "to" from project_participation where project_id = $1 order by 1`,
    [project.id],
  );

describe('a participation of before', () => {
  it('is written down by staff, beside the one of today', async () => {
    await knowledge.participation(project, town, { from_date: '2025-01-01' });
    const { data } = await record();
    expect(data.recordProjectParticipation).toEqual({
      participation: {
        id: expect.stringMatching(/^participation_/),
        from: '2021-03-01',
        to: '2023-09-01',
        active: false,
        version: 1,
      },
      userErrors: [],
    });
    expect(await days()).toHaveLength(2);
  });

  it('may have no end', async () => {
    const { data } = await record({ to: null });
    expect(data.recordProjectParticipation.participation).toMatchObject({ to: null, active: true });
  });

  it('is of an authority that ended since, until its end', async () => {
    town = await given.authority({ status: 'MERGED', ended_on: '2023-01-01', merged_into_id: town.id });
    expect(await record({ to: null })).toHaveUserError('BAD_USER_INPUT', ['to']);
    expect(await record({ to: '2023-01-02' })).toHaveUserError('BAD_USER_INPUT', ['to']);
    expect(await days()).toEqual([]);
    expect((await record({ to: '2023-01-01' })).data.recordProjectParticipation.userErrors).toEqual([]);
  });

  it('is of a project that is over, and begins before it was', async () => {
    project = await knowledge.project({ status: 'DONE', ended_on: '2024-06-01' });
    expect(await record({ from: '2024-06-01', to: null })).toHaveUserError('BAD_USER_INPUT', ['from']);
    expect(await record({ to: '2024-06-02' })).toHaveUserError('BAD_USER_INPUT', ['to']);
    expect((await record({ to: null })).data.recordProjectParticipation.userErrors).toEqual([]);
  });

  it.each([
    ['that overlaps another one', { from: '2024-01-01', to: '2024-03-01' }, 'ALREADY_EXISTS', undefined],
    ['that ends before it begins', { to: '2021-03-01' }, 'BAD_USER_INPUT', ['to']],
    ['in a project that is not there', { projectId: newId('project') }, 'NOT_FOUND', ['projectId']],
    ['of an authority that is not there', { organisationId: newId('organisation') }, 'NOT_FOUND', ['organisationId']],
  ])('is refused %s', async (_name, wrong, code, field) => {
    await knowledge.participation(project, town, { from_date: '2024-02-01' });
    expect(await record(wrong)).toHaveUserError(code, field);
    expect(await days()).toHaveLength(1);
  });

  it('is not of a company, and not for its contact person to write down', async () => {
    const company = await given.organisation();
    expect(await record({ organisationId: company.id })).toHaveUserError('BAD_USER_INPUT', ['organisationId']);
    expect(await record({}, contact(await given.person(), town))).toHaveUserError('FORBIDDEN');
    expect(await days()).toEqual([]);
  });

  it('is refused as in a project that is not there when that is deleted at the same moment', async () => {
    await on.sql('begin');
    await on.sql('delete from project where id = $1', [project.id]);
    const answer = record();
    await untilSomebodyWaits();
    await on.sql('commit');
    expect(await answer).toHaveUserError('NOT_FOUND', ['projectId']);
    expect(await days()).toEqual([]);
  });

  it.each([
    ['written down without an end', () => record({ to: null }), 'to'],
    [
      'begun',
      () => run('joinProject', PART, { projectId: project.id, organisationId: town.id }, clerk),
      'organisationId',
    ],
  ])('is not %s by an authority that merges at the same moment', async (_how, write, field) => {
    await on.sql('begin');
    await on.sql('select from organisation where id = $1 for update', [town.id]);
    const answer = write();
    await untilSomebodyWaits();
    const merged = `update organisation set status = 'MERGED', ended_on = '2026-11-02', merged_into_id = $2 where id = $1`;
    await on.sql(merged, [town.id, (await given.authority()).id]);
    await on.sql('commit');
    expect(await answer).toHaveUserError('BAD_USER_INPUT', [field]);
    expect(await days()).toEqual([]);
  });

  it('is written down once, however often it is sent', async () => {
    await Promise.all([1, 2, 3].map(() => record({ idempotencyKey: 'same' })));
    expect(await days()).toHaveLength(1);
  });

  it('and one that begins today: of two at once that overlap, one is refused', async () => {
    const join = { projectId: project.id, organisationId: town.id };
    const answers = await Promise.all([
      record({ to: null }),
      record({ from: '2020-01-01', to: null }),
      run('joinProject', PART, join, clerk),
    ]);
    const refusals = answers.flatMap(({ data }) => (data.recordProjectParticipation ?? data.joinProject).userErrors);
    expect(refusals).toMatchObject([{ code: 'ALREADY_EXISTS' }, { code: 'ALREADY_EXISTS' }]);
    expect(await days()).toHaveLength(1);
  });
});

describe('a participation', () => {
  it('is corrected afterwards: what is not sent stays, and null takes its end away', async () => {
    const part = await knowledge.participation(project, town, { from_date: '2022-01-01', to_date: '2023-01-01' });
    const { data } = await update(part, { from: '2021-01-01' });
    expect(data.updateProjectParticipation.participation).toMatchObject({ from: '2021-01-01', to: '2023-01-01' });
    const open = await update(part, { to: null, expectedVersion: 2 });
    expect(open.data.updateProjectParticipation.participation).toMatchObject({ to: null, active: true, version: 3 });
  });

  it('is not corrected into what cannot be', async () => {
    await knowledge.participation(project, town, { from_date: '2024-01-01' });
    const part = await knowledge.participation(project, town, { from_date: '2022-01-01', to_date: '2023-01-01' });
    expect(await update(part, { to: null })).toHaveUserError('ALREADY_EXISTS');
    expect(await update(part, { to: '2022-01-01' })).toHaveUserError('BAD_USER_INPUT', ['to']);
    expect(await update(part, { from: null })).toHaveUserError('BAD_USER_INPUT', ['from']);
    expect(await update(part, { expectedVersion: 2 })).toHaveUserError('CONFLICT', ['expectedVersion']);
    expect(await update(part, {}, contact(await given.person(), town))).toHaveUserError('FORBIDDEN');
    expect(await days()).toContainEqual({ from: '2022-01-01', to: '2023-01-01' });
  });

  it('that never was is gone', async () => {
    const part = await knowledge.participation(project, town);
    expect(await remove(part, { expectedVersion: 2 })).toHaveUserError('CONFLICT', ['expectedVersion']);
    expect(await remove(part, {}, contact(await given.person(), town))).toHaveUserError('FORBIDDEN');
    expect(await days()).toHaveLength(1);
    expect((await remove(part)).data.removeProjectParticipation).toEqual({ deletedId: part.id, userErrors: [] });
    expect(await remove(part)).toHaveUserError('NOT_FOUND', ['id']);
  });

  it('ends with the authority that is dissolved', async () => {
    town = await given.organisation({ kind: 'AGB' });
    await knowledge.participation(project, town);
    const DISSOLVE = `mutation ($input: DissolveOrganisationInput!) { dissolveOrganisation(input: $input) { userErrors { code } } }`;
    const input = { id: town.id, expectedVersion: 1, on: '2026-11-01' };
    expect((await on.as(clerk).run(DISSOLVE, { input })).data.dissolveOrganisation.userErrors).toEqual([]);
    expect(await days()).toEqual([{ from: '2024-02-01', to: '2026-11-01' }]);
  });
});
