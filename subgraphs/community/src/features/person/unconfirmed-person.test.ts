import '../../../../../shared/test/matchers.js';
import type { Answer, TestSubgraph } from '../../../../../shared/test/subgraph.js';
import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { Given, type Row, signedIn, staff, startCommunity } from '../../../test/given.js';
import { KeptMails } from '../../../test/kept-mails.js';

let on: TestSubgraph;
let mails: KeptMails;
let clerk: Viewer;
let nobody: Row;

let email = '';
let people = 0;
const password = 'een goed lang wachtwoord';

const ask = async (name: string, input: object, viewer = anonymous): Promise<Answer> => {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input!`;
  return on
    .as(viewer)
    .run(`mutation ($input: ${type}) { ${name}(input: $input) { userErrors { code field } } }`, { input });
};

beforeAll(async () => {
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  on = await startCommunity();
  mails = await KeptMails.of(on);
  clerk = staff(await new Given(on).person({ name: 'Klaar Klerk' }));
});

beforeEach(async () => {
  await on.sql('delete from person where email = $1', [email]);
  email = `nepnaam${(people += 1)}@verzonnen.example`;
  await ask('registerPerson', { name: 'Nora Nepnaam', email, password });
  const [row] = await on.sql<Row>('select id from person where email = $1', [email]);
  nobody = row!;
});

const paths: Readonly<Record<string, string>> = {
  'the list': '{ people { totalCount nodes { id name email } } }',
  'the count alone': '{ people { totalCount } }',
  'an order': '{ people(orderBy: { field: NAME, direction: DESC }) { totalCount nodes { id name } } }',
  'a filter': '{ people(filter: { name: { startsWith: "N" } }) { totalCount nodes { id name } } }',
  'a search by name': '{ people(search: "nora nepnaam") { totalCount nodes { id name } } }',
  'a search with a typing error': '{ people(search: "nora nepnam") { totalCount nodes { id name } } }',
  'a search by a part of the address': '{ people(search: "verzonnen") { totalCount nodes { id name } } }',
  'the search over all':
    '{ search(text: "nora nepnaam", types: [PERSON]) { totalCount nodes { ... on Node { id } } } }',
  'node by a guessed id': '{ node(id: "ID") { ... on Person { id name } } }',
  'nodes by guessed ids': '{ nodes(ids: ["ID"]) { ... on Person { id name } } }',
  _entities: '{ _entities(representations: [{ __typename: "Person", id: "ID" }]) { ... on Person { id name } } }',
};

async function answerTo(path: string, viewer = clerk): Promise<string> {
  const { data, errors } = await on.as(viewer).run(path.replace('ID', nobody.id));
  expect(errors).toBeUndefined();
  return JSON.stringify(data);
}

const confirm = async (): Promise<void> => {
  const [mail] = (await mails.to(email)).slice(-1);
  await ask('confirmEmail', { token: /#token=([\w-]+)/.exec(mail!.text)![1], password });
};

describe.each(Object.entries(paths))('by %s', (_name, path) => {
  it('staff see who registered once the address is confirmed, and nothing before', async () => {
    const before = await answerTo(path);
    await on.sql('delete from person where id = $1', [nobody.id]);
    const without = await answerTo(path);
    await ask('registerPerson', { name: 'Nora Nepnaam', email, password });
    await confirm();
    const [{ id } = nobody] = await on.sql<Row>('select id from person where email = $1', [email]);
    nobody = { id };
    expect(before).toBe(without);
    expect(await answerTo(path)).not.toBe(without);
  });
});

describe('who registered and did not confirm the address', () => {
  it('is seen once staff entered that person', async () => {
    await ask('createPerson', { name: 'Nora Nepnaam', email }, clerk);
    expect(await answerTo(paths['the search over all']!)).toContain(nobody.id);
  });

  it('is no person whom staff can change', async () => {
    const input = { id: nobody.id, name: 'Anders', expectedVersion: 7 };
    expect(await ask('updatePerson', input, clerk)).toHaveUserError('NOT_FOUND', ['id']);
    expect(await on.sql('select name from person where id = $1', [nobody.id])).toEqual([{ name: 'Nora Nepnaam' }]);
  });

  it('is nobody in the figures of memberships', async () => {
    const figures = '{ membershipOverview { byStatus { count } byProvince { count } lapsingCount } }';
    const before = await answerTo(figures);
    await on.sql('delete from person where id = $1', [nobody.id]);
    expect(await answerTo(figures)).toBe(before);
  });

  it('still is who that is', async () => {
    expect(await answerTo('{ me { id name } }', signedIn(nobody))).toContain('Nora Nepnaam');
  });
});
