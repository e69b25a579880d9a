import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import {
  employee,
  Given,
  type GivenOrganisation,
  inRoles,
  type Row,
  signedIn,
  staff,
  startCommunity,
  statementsOf,
} from '../../../test/given.js';
import { GivenKnowledge } from '../../../test/given-knowledge.js';

let on: TestSubgraph;
let given: Given;
let knowledge: GivenKnowledge;
let editor: Viewer;
let town: GivenOrganisation;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  knowledge = new GivenKnowledge(on);
  editor = staff(await given.person());
  town = await given.authority();
  await knowledge.theme('interoperabiliteit');
});

const mutate = (name: string, field: string, input: object, viewer = editor) =>
  on
    .as(viewer)
    .run(
      `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${field} userErrors { code field } } }`,
      { input },
    );

const PROJECT =
  'project { id version name status startedOn endedOn partners { nodes { id name role organisation { id } } } }';
const text = { name: 'Master data', summary: 'Samen gegevens beheren.' };
const contact = async (organisation: GivenOrganisation, role: string): Promise<Viewer> =>
  inRoles(employee(await given.person(), organisation), role);

describe('a project', () => {
  it('is planned by staff, runs, and is done', async () => {
    const input = { slug: 'master-data', ...text, themes: ['interoperabiliteit'] };
    const made = (await mutate('createProject', PROJECT, input)).data.createProject.project;
    expect(made).toMatchObject({ status: 'PLANNED', startedOn: null, version: 1 });
    const become = (status: string, expectedVersion: number) =>
      mutate('changeProjectStatus', PROJECT, { id: made.id, expectedVersion, status });
    expect((await become('RUNNING', 1)).data.changeProjectStatus.project).toMatchObject({
      startedOn: '2026-11-02',
      endedOn: null,
    });
    expect((await become('DONE', 2)).data.changeProjectStatus.project).toMatchObject({
      status: 'DONE',
      endedOn: '2026-11-02',
    });
    expect(await become('STOPPED', 3)).toHaveUserError('INVALID_STATE');
  });

  it('takes a step back when it was said too early, and its day with it', async () => {
    const { id } = await knowledge.project({ status: 'DONE', ended_on: '2025-06-01' });
    const become = async (status: string, expectedVersion: number) =>
      (await mutate('changeProjectStatus', PROJECT, { id, expectedVersion, status })).data.changeProjectStatus.project;
    expect(await become('RUNNING', 1)).toMatchObject({ startedOn: '2024-01-01', endedOn: null });
    expect(await become('PLANNED', 2)).toMatchObject({ status: 'PLANNED', startedOn: null });
  });

  it.each([
    ['a day on which it began', {}, { startedOn: '2023-05-01' }, undefined],
    ['no day on which it began while it runs', {}, { startedOn: null }, 'startedOn'],
    ['an end while it runs', {}, { endedOn: '2026-01-01' }, 'endedOn'],
    ['another end', { status: 'DONE', ended_on: '2025-06-01' }, { endedOn: '2025-05-01' }, undefined],
    ['no end once it is done', { status: 'DONE', ended_on: '2025-06-01' }, { endedOn: null }, 'endedOn'],
    ['an end before it began', { status: 'DONE', ended_on: '2025-06-01' }, { endedOn: '2023-01-01' }, 'endedOn'],
    [
      'a beginning while it is planned',
      { status: 'PLANNED', started_on: null },
      { startedOn: '2026-01-01' },
      'startedOn',
    ],
  ])('is corrected to %s, or not', async (_what, columns, days, wrong) => {
    const { id } = await knowledge.project({ ...columns });
    const answer = await mutate('updateProject', PROJECT, { id, expectedVersion: 1, ...days });
    const { project, userErrors } = answer.data.updateProject;
    expect(userErrors.map(({ field }: { field: string[] }) => field.join())).toEqual(wrong ? [wrong] : []);
    const [kept] = await on.sql('select version from project where id = $1', [id]);
    expect([project !== null, kept!['version']]).toEqual(wrong ? [false, 1] : [true, 2]);
  });

  it('is changed by staff: what is not sent stays', async () => {
    const { id } = await knowledge.project({ name: 'Oude naam' });
    const { data } = await mutate('updateProject', PROJECT, { id, expectedVersion: 1, name: 'Nieuwe naam' });
    expect(data.updateProject.project).toMatchObject({ name: 'Nieuwe naam', status: 'RUNNING', version: 2 });
    expect(await mutate('updateProject', PROJECT, { id, expectedVersion: 1, name: 'Te laat' })).toHaveUserError(
      'CONFLICT',
    );
  });

  it('has partners, in this graph or by name', async () => {
    const { id } = await knowledge.project();
    const company = await given.organisation();
    await mutate('addProjectPartner', PROJECT, {
      projectId: id,
      name: 'Bouwer',
      role: 'Bouwt mee',
      organisationId: company.id,
    });
    const { data } = await mutate('addProjectPartner', PROJECT, {
      projectId: id,
      name: 'Academie',
      role: 'Onderzoekt',
    });
    const { nodes } = data.addProjectPartner.project.partners;
    expect(nodes).toMatchObject([
      { name: 'Academie', role: 'Onderzoekt', organisation: null },
      { name: 'Bouwer', role: 'Bouwt mee', organisation: { id: company.id } },
    ]);
    const twice = await mutate('addProjectPartner', PROJECT, { projectId: id, name: 'Bouwer', role: 'Nog eens' });
    expect(twice).toHaveUserError('ALREADY_EXISTS', ['name']);
    const left = await mutate('removeProjectPartner', PROJECT, { id: nodes[0].id });
    expect(left.data.removeProjectPartner.project.partners.nodes).toHaveLength(1);
  });

  it.each([
    ['createProject', () => ({ slug: 'van-mij', ...text })],
    ['updateProject', ({ id }: Row) => ({ id, expectedVersion: 1 })],
    ['changeProjectStatus', ({ id }: Row) => ({ id, expectedVersion: 1, status: 'DONE' })],
    ['addProjectPartner', ({ id }: Row) => ({ projectId: id, name: 'Ik', role: 'Alles' })],
  ])('is not for others than staff to %s', async (name, input) => {
    const project = await knowledge.project();
    const before = await on.sql('select * from project order by id');
    expect(await mutate(name, PROJECT, input(project), await contact(town, 'MEMBER_CONTACT'))).toHaveUserError(
      'FORBIDDEN',
    );
    expect(await on.sql('select * from project order by id')).toEqual(before);
  });

  it.each([
    ['a slug that is taken', { slug: 'bezet' }, 'ALREADY_EXISTS', ['slug']],
    ['a slug with capitals', { slug: 'LB365' }, 'BAD_USER_INPUT', ['slug']],
    ['a theme that does not exist', { slug: 'nieuw', themes: ['koffie'] }, 'BAD_USER_INPUT', ['themes']],
  ])('is refused with %s', async (_name, wrong, code, field) => {
    await on.sql(
      `insert into project (id, slug, name, summary, status) values ($1, 'bezet', 'x', 'y', 'PLANNED') on conflict do nothing`,
      [newId('project')],
    );
    expect(await mutate('createProject', PROJECT, { ...text, ...wrong })).toHaveUserError(code, field);
  });
});

describe('taking part in a project', () => {
  const PART = 'participation { id from to active organisation { id } }';
  const join = (project: Row, viewer: Viewer, organisation: Row = town) =>
    mutate('joinProject', PART, { projectId: project.id, organisationId: organisation.id }, viewer);
  const leave = (id: string, viewer: Viewer) => mutate('leaveProject', PART, { id }, viewer);

  it.each(['MEMBER_CONTACT', 'ICT_MANAGER'])('is decided by a %s of the authority', async (role) => {
    const { data } = await join(await knowledge.project(), await contact(town, role));
    expect(data.joinProject.participation).toEqual({
      id: expect.stringMatching(/^participation_/),
      from: '2026-11-02',
      to: null,
      active: true,
      organisation: { id: town.id },
    });
  });

  it('is decided by staff too', async () => {
    expect((await join(await knowledge.project(), editor)).data.joinProject.userErrors).toEqual([]);
  });

  it.each<[string, () => Promise<Viewer>]>([
    ['a reader of the authority', () => contact(town, 'READER')],
    ['a contact person of another one', async () => contact(await given.authority(), 'MEMBER_CONTACT')],
    ['somebody who works nowhere', async () => signedIn(await given.person())],
  ])('is not decided by %s', async (_name, viewer) => {
    const project = await knowledge.project();
    expect(await join(project, await viewer())).toHaveUserError('FORBIDDEN');
    const { id } = await knowledge.participation(project, town);
    expect(await leave(id, await viewer())).toHaveUserError('FORBIDDEN');
    expect(await on.sql('select to_date from project_participation where project_id = $1', [project.id])).toEqual([
      { to_date: null },
    ]);
  });

  it('is once at a time, however often it is asked for at once', async () => {
    const project = await knowledge.project();
    const answers = await Promise.all(Array.from({ length: 4 }, () => join(project, editor)));
    expect(answers.filter(({ data }) => data.joinProject.userErrors.length === 0)).toHaveLength(1);
    expect(await join(project, editor)).toHaveUserError('ALREADY_EXISTS', ['organisationId']);
  });

  it('ends today, and may begin again', async () => {
    const project = await knowledge.project();
    const { id } = await knowledge.participation(project, town);
    const { data } = await leave(id, await contact(town, 'MEMBER_CONTACT'));
    expect(data.leaveProject.participation).toMatchObject({ to: '2026-11-02', active: false });
    expect(await leave(id, editor)).toHaveUserError('INVALID_STATE');
    expect((await join(project, editor)).data.joinProject.userErrors).toEqual([]);
  });

  it('that began today never was when it ends today', async () => {
    const project = await knowledge.project();
    const { id } = (await join(project, editor)).data.joinProject.participation;
    expect((await leave(id, editor)).data.leaveProject).toEqual({ participation: null, userErrors: [] });
    expect(await on.sql('select 1 from project_participation where project_id = $1', [project.id])).toEqual([]);
  });

  it('is for local authorities of today, in a project that is not over', async () => {
    const project = await knowledge.project();
    expect(await join(project, editor, await given.organisation())).toHaveUserError('BAD_USER_INPUT', [
      'organisationId',
    ]);
    const gone = await given.authority({ status: 'DISSOLVED' });
    expect(await join(project, editor, gone)).toHaveUserError('BAD_USER_INPUT', ['organisationId']);
    expect(await join(project, editor, { id: newId('organisation') })).toHaveUserError('NOT_FOUND', ['organisationId']);
    const done = await knowledge.project({ status: 'DONE', ended_on: '2025-01-01' });
    expect(await join(done, editor)).toHaveUserError('INVALID_STATE');
  });
});

it('a project is public, with who takes part today, in one statement', async () => {
  const project = await knowledge.project({ name: 'Open project' });
  await knowledge.participation(project, town);
  await knowledge.participation(project, await given.authority(), { to_date: '2025-01-01' });
  const query = `query ($id: ID!) { node(id: $id) { ... on Project { participantCount participations { totalCount nodes { active project { name } } } } } }`;
  const ask = () => on.as(anonymous).run(query, { id: project.id });
  expect((await ask()).data.node).toMatchObject({ participantCount: 1, participations: { totalCount: 2 } });
  expect(await statementsOf(ask)).toBe(1);
});

describe('a project that was entered wrongly', () => {
  const remove = (id: string, viewer = editor, expectedVersion = 1) =>
    mutate('deleteProject', 'deletedId', { id, expectedVersion }, viewer);
  const made = async (slug: string): Promise<Row> =>
    (await mutate('createProject', PROJECT, { slug, ...text })).data.createProject.project;

  it('is removed by staff with its partners, in the version that they saw', async () => {
    const { id } = await made('vergissing');
    await mutate('addProjectPartner', PROJECT, { projectId: id, name: 'Partner' });
    expect(await remove(id, signedIn(await given.person()))).toHaveUserError('FORBIDDEN');
    expect(await remove(id, editor, 7)).toHaveUserError('CONFLICT', ['expectedVersion']);
    expect((await remove(id)).data.deleteProject).toEqual({ deletedId: id, userErrors: [] });
    expect(await on.sql('select id from project_partner where project_id = $1', [id])).toEqual([]);
    expect(await remove(id)).toHaveUserError('NOT_FOUND', ['id']);
  });

  it('stays once an authority takes or took part', async () => {
    const { id } = await made('in-gebruik');
    await on.sql(
      `insert into project_participation (id, project_id, organisation_id, from_date, to_date)
        values ($1, $2, $3, '2024-01-01', '2025-01-01')`,
      [newId('participation'), id, town.id],
    );
    expect(await remove(id)).toHaveUserError('INVALID_STATE');
    expect(await on.sql('select id from project where id = $1', [id])).toEqual([{ id }]);
  });
});
