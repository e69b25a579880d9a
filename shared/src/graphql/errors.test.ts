import { anonymous } from '../auth/index.js';
import { fixture } from '../../test/read-fixture/fixture.js';
import { staff } from '../../test/read-fixture/viewers.js';
import { startForTest, type TestSubgraph } from '../../test/subgraph.js';

let graph: TestSubgraph;

beforeAll(async () => {
  graph = await startForTest(fixture, {});
});

const logged = (from: number): string => graph.log.slice(from).join('');

describe('an error of a query', () => {
  it.each([
    ['SERVICE_UNAVAILABLE', 'ECONNREFUSED'],
    ['SERVICE_UNAVAILABLE', 'ECONNRESET'],
    ['SERVICE_UNAVAILABLE', '57P01'],
    ['SERVICE_UNAVAILABLE', '53300'],
    ['SERVICE_UNAVAILABLE', '08006'],
    ['SERVICE_UNAVAILABLE', 'Connection terminated due to connection timeout'],
    ['SERVICE_UNAVAILABLE', 'Connection terminated unexpectedly'],
    ['SERVICE_UNAVAILABLE', 'timeout exceeded when trying to connect'],
    ['TIMEOUT', '57014'],
    ['TIMEOUT', '55P03'],
    ['INTERNAL_SERVER_ERROR', '42P01'],
    ['INTERNAL_SERVER_ERROR', 'whatever'],
  ])('is shown as %s when its cause is %s, without the cause', async (code, how) => {
    const answer = await graph.as(anonymous).run('query ($how: String!) { failing(how: $how) }', { how });
    expect(answer).toHaveError(code);
    expect(JSON.stringify(answer)).not.toContain('secret cause');
    expect(answer.errors?.[0]?.path).toEqual(['failing']);
  });

  it('that nobody expected is logged with its cause under the number that the client gets', async () => {
    const from = graph.log.length;
    const answer = await graph.as(anonymous).run('{ failing(how: "bug") }');
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId: 'test' });
    expect(logged(from)).toContain('secret cause bug');
    expect(logged(from)).toContain('"requestId":"test"');
  });

  it('that the code raised on purpose keeps its code, sentence and field', async () => {
    const answer = await graph.as(anonymous).run('{ failing(how: "refused") }');
    expect(answer.errors?.[0]).toMatchObject({
      message: 'The book was not found.',
      extensions: { code: 'NOT_FOUND', field: ['id'] },
    });
  });

  it('that somebody asked too often tells after how many whole seconds it may succeed', async () => {
    const answer = await graph.as(anonymous).run('{ failing(how: "often") }');
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'RATE_LIMITED', retryAfter: 2 });
  });

  it('of a broken rule names the field and holds nothing of the input', async () => {
    const from = graph.log.length;
    const query = 'query ($input: TouchBookInput!) { counted(input: $input) }';
    const answer = await graph
      .as(anonymous)
      .run(query, { input: { id: 'private words', notes: [{ text: 'far too private' }] } });
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT', field: ['notes', '0', 'text'] });
    expect(JSON.stringify(answer) + logged(from)).not.toContain('private');
  });

  it.each([
    ['text that is no GraphQL', '{ books {', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a literal that does not fit', '{ books(first: "one") { totalCount } }', 'BAD_USER_INPUT'],
    [
      'a missing field of an input',
      'mutation { touchBook(input: {}) { userErrors { code } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['a variable that does not fit', 'query ($first: Int!) { books(first: $first) { totalCount } }', 'BAD_USER_INPUT'],
    ['a root field for signed-in people', '{ loans { totalCount } }', 'UNAUTHENTICATED'],
  ])('says that the request is at fault for %s', async (_name, query, code) => {
    expect(await graph.as(anonymous).run(query)).toHaveError(code);
  });

  it.each([
    ['{ books(first: "CanaryOfTheTest") { totalCount } }', 'Argument "first": A value of type "Int" is expected.'],
    [
      '{ books(filter: { printedAt: { gt: "CanaryOfTheTest" } }) { totalCount } }',
      'Argument "filter.printedAt.gt": Write a moment as in RFC 3339, for example 2026-03-29T01:30:00.000Z.',
    ],
    [
      'query ($at: DateTime = "CanaryOfTheTest") { books(filter: { printedAt: { gt: $at } }) { totalCount } }',
      'Default of variable "$at": Write a moment as in RFC 3339, for example 2026-03-29T01:30:00.000Z.',
    ],
    ['{ books(filter: "CanaryOfTheTest") { totalCount } }', 'Expected value of type "BookFilter".'],
    [
      'query ($at: DateTime) { books(filter: { printedAt: { gt: $at } }) { totalCount } }',
      'Variable "$at" has a value that does not fit its type.',
    ],
  ])('never quotes the value: %s', async (query, message) => {
    const from = graph.log.length;
    const { errors } = await graph.as(anonymous).run(query, { at: 'CanaryOfTheTest' });
    expect(errors?.map((error) => error.message)).toEqual([message]);
    expect(logged(from)).not.toContain('Canary');
  });

  it('costs only its own root field', async () => {
    const { data } = await graph.as(anonymous).run('{ failing(how: "bug") books { totalCount } }');
    expect(data).toEqual({ failing: null, books: { totalCount: 0 } });
  });
});

describe('a mutation', () => {
  const TOUCH = `mutation ($input: TouchBookInput!) { touchBook(input: $input) { book { id } userErrors { code field message } } }`;

  it('tells its expected refusal in userErrors', async () => {
    const answer = await graph.as(staff).run(TOUCH, { input: { id: 'absent' } });
    expect(answer.errors).toBeUndefined();
    expect(answer.data.touchBook).toEqual({
      book: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['id'], message: 'The book was not found.' }],
    });
  });

  it('tells each broken rule with the path of its field, nested ones too, and echoes no input', async () => {
    const from = graph.log.length;
    const input = {
      id: 'x',
      title: 'a private title of too many letters',
      notes: [{ text: 'ok' }, { text: 'also private' }],
    };
    const answer = await graph.as(staff).run(TOUCH, { input });
    expect(answer).toHaveUserError('BAD_USER_INPUT', ['title']);
    expect(answer).toHaveUserError('BAD_USER_INPUT', ['notes', '1', 'text']);
    expect(JSON.stringify(answer) + logged(from)).not.toContain('private');
  });

  it('that fails by a bug is an internal error, not a refusal', async () => {
    const answer = await graph.as(staff).run(TOUCH, { input: { id: 'bug' } });
    expect(answer).toHaveError('INTERNAL_SERVER_ERROR');
    expect(answer.data).toBeNull();
  });

  it('shows of what it changed only what the viewer may see', async () => {
    await graph.sql(`insert into author (id, name, rating, active) values ('a', 'A', 1, true)`);
    await graph.sql(`insert into book (id, title, author_id, owner_id, pages, cents, published, genres, printed_at, kind, chapters)
      values ('draft', 'Draft', 'a', 'o', 1, 1, false, '{}', now(), 'NOVEL', '[]')`);
    const seen = await graph.as(staff).run(TOUCH, { input: { id: 'draft' } });
    expect(seen.data.touchBook.book).toEqual({ id: 'draft' });
    const unseen = await graph.as(anonymous).run(TOUCH, { input: { id: 'draft' } });
    expect(unseen.data.touchBook.book).toBeNull();
  });
});

describe('the schema', () => {
  it('tells its own types to introspection, also beside data', async () => {
    const { data, errors } = await graph
      .as(anonymous)
      .run(
        '{ __type(name: "Query") { fields { name type { name } } } books { nodes { media { __typename } subject: title } } }',
      );
    expect(errors).toBeUndefined();
    expect(data.__type.fields).toContainEqual({ name: 'books', type: { name: 'BookConnection' } });
  });

  it('answers a field of an interface with what the row is', async () => {
    const query =
      '{ node(id: "draft") { __typename id ... on Book { title author { name books { totalCount } } } ... on Review { stars } } }';
    const { data } = await graph.as(staff).run(query);
    expect(data.node).toEqual({
      __typename: 'Book',
      id: 'draft',
      title: 'Draft',
      author: { name: 'A', books: { totalCount: 1 } },
    });
    expect((await graph.as(anonymous).run(query)).data.node).toBeNull();
  });
});
