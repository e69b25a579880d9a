import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { newId } from '@lokaal/shared/ids';
import {
  employee,
  Given,
  type GivenPerson,
  type Row,
  signedIn,
  staff,
  startCommunity,
  statementsOf,
} from '../../../test/given.js';
import { GivenEvents } from '../../../test/given-event.js';
import { GivenKnowledge } from '../../../test/given-knowledge.js';

let on: TestSubgraph;
let given: Given;
let knowledge: GivenKnowledge;
let editor: Viewer;
let tank: Row;
let member: GivenPerson;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  knowledge = new GivenKnowledge(on);
  editor = staff(await given.person());
  await knowledge.theme('data');
});

beforeEach(async () => {
  tank = await knowledge.thinkTank();
  member = await given.person({ name: 'Dirk Denker', consent_directory: true });
});

const mutate = (name: string, field: string, input: object, viewer = editor) =>
  on
    .as(viewer)
    .run(
      `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${field} userErrors { code field } } }`,
      { input },
    );

const TANK = `thinkTank { id name version memberCount foundedOn members { totalCount nodes { id chairs from to active person { name } } }
  meetings { nodes { title } } focusProjects { nodes { title status } } }`;

describe('a think tank', () => {
  it('is founded and changed by staff', async () => {
    const input = {
      name: 'Lokale Transformatie',
      description: 'Denkt vooruit voor besturen.',
      foundedOn: '2024-01-31',
    };
    const { thinkTank } = (await mutate('createThinkTank', TANK, input)).data.createThinkTank;
    expect(thinkTank).toMatchObject({ name: 'Lokale Transformatie', foundedOn: '2024-01-31', memberCount: 0 });
    expect(await mutate('createThinkTank', TANK, input)).toHaveUserError('ALREADY_EXISTS', ['name']);
    const changed = await mutate('updateThinkTank', TANK, {
      id: thinkTank.id,
      expectedVersion: 1,
      name: 'Transformatie',
    });
    expect(changed.data.updateThinkTank.thinkTank).toMatchObject({ name: 'Transformatie', version: 2 });
    const late = await mutate('updateThinkTank', TANK, { id: thinkTank.id, expectedVersion: 1, name: 'Te laat' });
    expect(late).toHaveUserError('CONFLICT');
  });

  it('takes in members, each once, and lets them go', async () => {
    const input = { thinkTankId: tank.id, personId: member.id, chairs: true };
    const { thinkTank } = (await mutate('addThinkTankMember', TANK, input)).data.addThinkTankMember;
    expect(thinkTank.members.nodes).toMatchObject([
      { chairs: true, from: '2026-11-02', active: true, person: { name: 'Dirk Denker' } },
    ]);
    expect(await mutate('addThinkTankMember', TANK, input)).toHaveUserError('ALREADY_EXISTS', ['personId']);
    const older = await knowledge.thinkTankMember(tank, await given.person());
    const ended = await mutate('endThinkTankMembership', TANK, { id: older.id });
    expect(ended.data.endThinkTankMembership.thinkTank.memberCount).toBe(1);
    expect(await mutate('endThinkTankMembership', TANK, { id: older.id })).toHaveUserError('INVALID_STATE');
  });

  it('meets at events', async () => {
    const event = await new GivenEvents(on).event({ title: 'Eerste vergadering' });
    const input = { thinkTankId: tank.id, eventId: event.id };
    for (const { data } of [
      await mutate('addThinkTankMeeting', TANK, input),
      await mutate('addThinkTankMeeting', TANK, input),
    ])
      expect(data.addThinkTankMeeting.thinkTank.meetings.nodes).toEqual([{ title: 'Eerste vergadering' }]);
    const absent = { thinkTankId: tank.id, eventId: newId('event') };
    expect(await mutate('addThinkTankMeeting', TANK, absent)).toHaveUserError('NOT_FOUND', ['eventId']);
  });

  it('did not meet at an event that was entered wrongly: the event stays', async () => {
    const event = await new GivenEvents(on).event({ title: 'Iets anders', slug: 'iets-anders' });
    const input = { thinkTankId: tank.id, eventId: event.id };
    await mutate('addThinkTankMeeting', TANK, input);
    const { data } = await mutate('removeThinkTankMeeting', TANK, input);
    expect(data.removeThinkTankMeeting.thinkTank.meetings.nodes).toEqual([]);
    expect(await mutate('removeThinkTankMeeting', TANK, input)).toHaveUserError('NOT_FOUND', ['eventId']);
    expect(await on.sql('select from event where id = $1', [event.id])).toHaveLength(1);
  });

  it('was founded on another day than was written down', async () => {
    const seen = { id: tank.id, expectedVersion: 1 };
    const { data } = await mutate('updateThinkTank', TANK, { ...seen, foundedOn: '2023-12-01' });
    expect(data.updateThinkTank.thinkTank.foundedOn).toBe('2023-12-01');
    const cleared = await mutate('updateThinkTank', TANK, { id: tank.id, expectedVersion: 2, foundedOn: null });
    expect(cleared).toHaveUserError('BAD_USER_INPUT', ['foundedOn']);
  });

  describe('has members of before', () => {
    const add = (more: object = {}) =>
      mutate('addThinkTankMember', TANK, { thinkTankId: tank.id, personId: member.id, ...more });
    const update = ({ id }: Row, more: object) =>
      mutate('updateThinkTankMember', TANK, { id, expectedVersion: 1, ...more });
    const days = () =>
      on.sql(
        `select from_date::text as "from", to_date::text as "to", chairs from think_tank_member
          where think_tank_id = $1 order by 1`,
        [tank.id],
      );

    it('that are written down afterwards, never twice at a time', async () => {
      await add();
      await add({ from: '2024-02-01', to: '2025-02-01', chairs: true });
      expect(await add({ from: '2025-01-01', to: '2025-03-01' })).toHaveUserError('ALREADY_EXISTS', ['personId']);
      expect(await add({ from: '2025-03-01', to: '2025-03-01' })).toHaveUserError('BAD_USER_INPUT', ['to']);
      expect(await days()).toEqual([
        { from: '2024-02-01', to: '2025-02-01', chairs: true },
        { from: '2026-11-02', to: null, chairs: false },
      ]);
    });

    it('that are corrected, and gone when they never were', async () => {
      const one = await knowledge.thinkTankMember(tank, member, { to_date: '2025-01-01' });
      await update(one, { from: '2023-01-01', chairs: true });
      await update(one, { to: null, expectedVersion: 2 });
      expect(await days()).toEqual([{ from: '2023-01-01', to: null, chairs: true }]);
      expect(await update(one, { to: '2022-01-01', expectedVersion: 3 })).toHaveUserError('BAD_USER_INPUT', ['to']);
      expect(await update(one, { chairs: null, expectedVersion: 3 })).toHaveUserError('BAD_USER_INPUT', ['chairs']);
      expect(await update(one, {})).toHaveUserError('CONFLICT');
      const remove = (expectedVersion: number, viewer = editor) =>
        mutate('removeThinkTankMember', 'deletedId', { id: one.id, expectedVersion }, viewer);
      expect(await remove(3, signedIn(member))).toHaveUserError('FORBIDDEN');
      expect(await remove(1)).toHaveUserError('CONFLICT');
      expect((await remove(3)).data.removeThinkTankMember.deletedId).toBe(one.id);
      expect(await days()).toEqual([]);
    });
  });

  it.each([
    ['createThinkTank', () => ({ name: 'Van mij', description: 'Denkt alleen aan mij.', foundedOn: '2026-01-01' })],
    ['updateThinkTank', () => ({ id: tank.id, expectedVersion: 1 })],
    ['addThinkTankMember', () => ({ thinkTankId: tank.id, personId: member.id })],
    ['endThinkTankMembership', () => ({ id: newId('thinktankmember') })],
    ['updateThinkTankMember', () => ({ id: newId('thinktankmember'), expectedVersion: 1 })],
    ['addThinkTankMeeting', () => ({ thinkTankId: tank.id, eventId: newId('event') })],
    ['removeThinkTankMeeting', () => ({ thinkTankId: tank.id, eventId: newId('event') })],
  ])('is not for others than staff to %s, its members neither', async (name, input) => {
    await knowledge.thinkTankMember(tank, member);
    const before = await on.sql('select * from think_tank_member order by id');
    expect(await mutate(name, TANK, input(), signedIn(member))).toHaveUserError('FORBIDDEN');
    expect(await on.sql('select * from think_tank_member order by id')).toEqual(before);
  });

  it('shows its members to who may see these people, and their number to all', async () => {
    await knowledge.thinkTankMember(tank, member);
    await knowledge.thinkTankMember(tank, await given.person({ name: 'Stille Denker' }));
    const query = `query ($id: ID!) { thinkTank(id: $id) { memberCount members { totalCount nodes { person { name } } } } }`;
    const seen = async (viewer: Viewer) => {
      const { memberCount, members } = (await on.as(viewer).run(query, { id: tank.id })).data.thinkTank;
      expect(members.totalCount).toBe(members.nodes.length);
      return [memberCount, members.totalCount];
    };
    expect(await seen(anonymous)).toEqual([2, 0]);
    expect(await seen(signedIn(await given.person()))).toEqual([2, 0]);
    expect(await seen(employee(await given.person(), await given.authority()))).toEqual([2, 1]);
    expect(await seen(editor)).toEqual([2, 2]);
    expect(await statementsOf(() => on.as(editor).run(query, { id: tank.id }))).toBe(1);
  });
});

describe('a focus project', () => {
  const FOCUS =
    'focusProject { id version title status startedOn endedOn proposedBy { name } themes { nodes { slug } } }';
  const propose = (viewer: Viewer, more: object = {}) => {
    const input = {
      thinkTankId: tank.id,
      title: 'Interoperabiliteitslab',
      summary: 'Een plek om koppelingen te testen.',
    };
    return mutate('proposeFocusProject', FOCUS, { ...input, ...more }, viewer);
  };

  it('is proposed by a member, and carried on by staff', async () => {
    await knowledge.thinkTankMember(tank, member);
    const { focusProject } = (await propose(signedIn(member), { themes: ['data'] })).data.proposeFocusProject;
    expect(focusProject).toMatchObject({
      status: 'PROPOSED',
      proposedBy: { name: 'Dirk Denker' },
      themes: { nodes: [{ slug: 'data' }] },
    });
    const become = (status: string, expectedVersion: number, viewer = editor) =>
      mutate('changeFocusProjectStatus', FOCUS, { id: focusProject.id, expectedVersion, status }, viewer);
    expect(await become('RUNNING', 1, signedIn(member))).toHaveUserError('FORBIDDEN');
    expect(await become('DONE', 1)).toHaveUserError('INVALID_STATE');
    expect((await become('RUNNING', 1)).data.changeFocusProjectStatus.focusProject).toMatchObject({
      startedOn: '2026-11-02',
    });
    expect(await become('DONE', 1)).toHaveUserError('CONFLICT');
    expect((await become('DONE', 2)).data.changeFocusProjectStatus.focusProject).toMatchObject({
      status: 'DONE',
      endedOn: '2026-11-02',
    });
  });

  const focusOf = async (viewer: Viewer): Promise<Row> => (await propose(viewer)).data.proposeFocusProject.focusProject;
  const update = ({ id }: Row, more: object, viewer = editor) =>
    mutate('updateFocusProject', FOCUS, { id, expectedVersion: 1, ...more }, viewer);
  const become = ({ id }: Row, status: string, expectedVersion: number) =>
    mutate('changeFocusProjectStatus', FOCUS, { id, expectedVersion, status });
  const remove = ({ id }: Row, expectedVersion: number, viewer = editor) =>
    mutate('deleteFocusProject', 'deletedId', { id, expectedVersion }, viewer);

  it('is changed by staff, and by who proposed it while it is a proposal', async () => {
    await knowledge.thinkTankMember(tank, member);
    const one = await focusOf(signedIn(member));
    const changed = await update(one, { title: 'Koppelingenlab', themes: ['data'] }, signedIn(member));
    expect(changed.data.updateFocusProject.focusProject).toMatchObject({
      title: 'Koppelingenlab',
      version: 2,
      themes: { nodes: [{ slug: 'data' }] },
    });
    await become(one, 'RUNNING', 2);
    expect(await update(one, { title: 'Te laat', expectedVersion: 3 }, signedIn(member))).toHaveUserError('FORBIDDEN');
    const days = await update(one, { startedOn: '2025-01-01', expectedVersion: 3 });
    expect(days.data.updateFocusProject.focusProject).toMatchObject({ startedOn: '2025-01-01', version: 4 });
  });

  it('takes a step back when it was said too early, and its day with it', async () => {
    const one = await focusOf(editor);
    await become(one, 'RUNNING', 1);
    await become(one, 'DONE', 2);
    const running = await become(one, 'RUNNING', 3);
    expect(running.data.changeFocusProjectStatus.focusProject).toMatchObject({
      startedOn: '2026-11-02',
      endedOn: null,
    });
    const proposed = await become(one, 'PROPOSED', 4);
    expect(proposed.data.changeFocusProjectStatus.focusProject).toMatchObject({ status: 'PROPOSED', startedOn: null });
    expect(await become(one, 'PROPOSED', 5)).toHaveUserError('INVALID_STATE');
  });

  it('has the days that fit its status', async () => {
    const one = await focusOf(editor);
    expect(await update(one, { startedOn: '2026-01-01' })).toHaveUserError('BAD_USER_INPUT', ['startedOn']);
    expect(await update(one, { endedOn: '2026-01-01' })).toHaveUserError('BAD_USER_INPUT', ['endedOn']);
    await become(one, 'RUNNING', 1);
    await become(one, 'DONE', 2);
    const early = await update(one, { endedOn: '2026-11-01', expectedVersion: 3 });
    expect(early).toHaveUserError('BAD_USER_INPUT', ['endedOn']);
    expect(await update(one, { startedOn: null, expectedVersion: 3 })).toHaveUserError('BAD_USER_INPUT', ['startedOn']);
    const both = await update(one, { startedOn: '2026-01-01', endedOn: '2026-06-01', expectedVersion: 3 });
    expect(both.data.updateFocusProject.focusProject).toMatchObject({ startedOn: '2026-01-01', endedOn: '2026-06-01' });
  });

  it('is withdrawn by who proposed it, not by another member, and not once it runs', async () => {
    const other = await given.person();
    await knowledge.thinkTankMember(tank, member);
    await knowledge.thinkTankMember(tank, other);
    const [one, runs] = [await focusOf(signedIn(member)), await focusOf(signedIn(member))];
    expect(await remove(one, 1, signedIn(other))).toHaveUserError('FORBIDDEN');
    expect(await update(one, { title: 'Van mij' }, signedIn(other))).toHaveUserError('FORBIDDEN');
    expect(await remove(one, 7, signedIn(member))).toHaveUserError('CONFLICT');
    expect((await remove(one, 1, signedIn(member))).data.deleteFocusProject.deletedId).toBe(one.id);
    await become(runs, 'RUNNING', 1);
    expect(await remove(runs, 2)).toHaveUserError('INVALID_STATE');
    expect(await on.sql('select id from focus_project where think_tank_id = $1', [tank.id])).toEqual([{ id: runs.id }]);
  });

  it('is not proposed by others, and by who was a member no more', async () => {
    const former = await given.person();
    await knowledge.thinkTankMember(tank, former, { to_date: '2026-11-02' });
    for (const person of [former, await given.person()])
      expect(await propose(signedIn(person))).toHaveUserError('FORBIDDEN');
    expect(await on.sql('select 1 from focus_project where think_tank_id = $1', [tank.id])).toEqual([]);
  });

  it('is refused without a summary, or with a theme that does not exist', async () => {
    expect(await propose(editor, { summary: '' })).toHaveUserError('BAD_USER_INPUT', ['summary']);
    expect(await propose(editor, { themes: ['koffie'] })).toHaveUserError('BAD_USER_INPUT', ['themes']);
  });

  it('is made once for the same key', async () => {
    const key = { idempotencyKey: 'speerpunt' };
    const ids = (await Promise.all([propose(editor, key), propose(editor, key)])).map(
      ({ data }) => data.proposeFocusProject.focusProject.id,
    );
    expect(new Set(ids).size).toBe(1);
  });
});
