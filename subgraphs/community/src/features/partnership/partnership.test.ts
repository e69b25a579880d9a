import '../../../../../shared/test/matchers.js';
import type { TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { Given, signedIn, staff, startCommunity } from '../../../test/given.js';

let on: TestSubgraph;
let given: Given;
let editor: Viewer;

beforeAll(async () => {
  on = await startCommunity();
  given = new Given(on);
  editor = staff(await given.person());
});

const SHOWN = 'partnership { id version name description website from to }';
const mutate = (verb: 'create' | 'update', input: object, viewer = editor) =>
  on
    .as(viewer)
    .run(
      `mutation ($input: ${verb === 'create' ? 'Create' : 'Update'}PartnershipInput!) { ${verb}Partnership(input: $input) { ${SHOWN} userErrors { code field } } }`,
      { input },
    );

const description = 'Steden die van elkaar leren.';

it('is added, changed and ended by staff, and public', async () => {
  const { partnership } = (await mutate('create', { name: 'Steden', description, from: '2020-01-01' })).data
    .createPartnership;
  expect(partnership).toMatchObject({ name: 'Steden', from: '2020-01-01', to: null, version: 1 });
  const ended = await mutate('update', { id: partnership.id, expectedVersion: 1, to: '2026-01-01' });
  expect(ended.data.updatePartnership.partnership).toMatchObject({ description, to: '2026-01-01', version: 2 });
  const { data } = await on.as(anonymous).run('{ partnerships(search: "steden") { nodes { name } } }');
  expect(data.partnerships.nodes).toEqual([{ name: 'Steden' }]);
});

it('of one name is one, also when it is added twice at once', async () => {
  const answers = await Promise.all([1, 2, 3].map(() => mutate('create', { name: 'Eenmaal', description })));
  expect(answers.filter(({ data }) => data.createPartnership.userErrors.length === 0)).toHaveLength(1);
  expect(await mutate('create', { name: 'Eenmaal', description })).toHaveUserError('ALREADY_EXISTS', ['name']);
});

it('is refused to others than staff', async () => {
  const person = signedIn(await given.person());
  expect(await mutate('create', { name: 'Van mij', description }, person)).toHaveUserError('FORBIDDEN');
  expect(await on.sql(`select 1 from partnership where name = 'Van mij'`)).toEqual([]);
});

it('is refused when it ends before it began, without description, or for another version', async () => {
  const { id } = (await mutate('create', { name: 'Kort', description, from: '2020-01-01' })).data.createPartnership
    .partnership;
  expect(await mutate('update', { id, expectedVersion: 1, to: '2019-01-01' })).toHaveUserError('BAD_USER_INPUT', [
    'to',
  ]);
  expect(await mutate('update', { id, expectedVersion: 1, description: '' })).toHaveUserError('BAD_USER_INPUT', [
    'description',
  ]);
  expect(await mutate('update', { id, expectedVersion: 5 })).toHaveUserError('CONFLICT');
});

it('that was entered wrongly is removed by staff, in the version that they saw', async () => {
  const { id } = (await mutate('create', { name: 'Vergissing', description })).data.createPartnership.partnership;
  const remove = (viewer: Viewer, expectedVersion: number) =>
    on
      .as(viewer)
      .run(
        `mutation ($input: DeletePartnershipInput!) { deletePartnership(input: $input) { deletedId userErrors { code field } } }`,
        { input: { id, expectedVersion } },
      );
  expect(await remove(signedIn(await given.person()), 1)).toHaveUserError('FORBIDDEN');
  expect(await remove(editor, 2)).toHaveUserError('CONFLICT', ['expectedVersion']);
  expect(await on.sql('select id from partnership where id = $1', [id])).toEqual([{ id }]);
  expect((await remove(editor, 1)).data.deletePartnership).toEqual({ deletedId: id, userErrors: [] });
  expect(await remove(editor, 1)).toHaveUserError('NOT_FOUND', ['id']);
});
