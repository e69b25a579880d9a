import * as graphql from 'graphql';
import { startGraph, type Graph } from './graph.js';

const mockAnswered = jest.fn();

jest.mock('graphql', () => {
  const actual = jest.requireActual<typeof graphql>('graphql');
  return {
    ...actual,
    executeSync: (...given: Parameters<typeof graphql.executeSync>) => {
      mockAnswered();
      return actual.executeSync(...given);
    },
  };
});

let graph: Graph;

beforeAll(async () => {
  graph = await startGraph();
});
beforeEach(() => mockAnswered.mockClear());
afterAll(() => graph.close());

const usual = graphql.getIntrospectionQuery();
const named =
  'query ($name: String!, $more: Boolean = false) { __type(name: $name) { name kind @include(if: $more) } }';

describe('a question about the schema', () => {
  it('is answered once, however it is written', async () => {
    const first = await graph.ask(usual);
    const again = [await graph.ask(usual), await graph.ask(usual.replaceAll(/\s+/gu, ' '))];
    expect(mockAnswered).toHaveBeenCalledTimes(1);
    const schema = graphql.buildClientSchema(first.body.data as never);
    expect(first.body).toEqual(graphql.graphqlSync({ schema, source: usual }));
    for (const { body } of again) expect(body).toEqual(first.body);
  });

  it('has an answer of its own for each selection and each value of its variables', async () => {
    const ask = async (query: string, variables = {}) => (await graph.ask(query, { variables })).body.data;
    for (let time = 0; time < 2; time += 1) {
      expect(await ask('{ __schema { queryType { name } } }')).toEqual({ __schema: { queryType: { name: 'Query' } } });
      expect(await ask('{ __schema { queryType { kind } } }')).toEqual({ __schema: { queryType: { kind: 'OBJECT' } } });
      expect(await ask(named, { name: 'Chain' })).toEqual({ __type: { name: 'Chain' } });
      expect(await ask(named, { name: 'Node', more: true })).toEqual({ __type: { name: 'Node', kind: 'INTERFACE' } });
      expect(await ask(named, { name: 'Nothing' })).toEqual({ __type: null });
    }
    expect(mockAnswered).toHaveBeenCalledTimes(5);
  });

  it.each([
    ['query ($n: String = "Node") { __type(name: $n) { name } }'],
    ['query ($n: String = "Node") { ...About } fragment About on Query { __type(name: $n) { name } }'],
    ['query ($n: Boolean = true) { __type(name: "Node") { name @include(if: $n) } }'],
    ['query ($n: Boolean = true) { __schema { ... @skip(if: $n) { queryType { name } } } whoAsks }'],
    [
      'query ($n: Boolean = true) { __type(name: "Node") { fields(includeDeprecated: $n) { name } } whoAsks @skip(if: $n) }',
    ],
  ])('takes no null where there is a default only for what is left out: %s', async (query) => {
    const { status, body } = await graph.ask(query, { variables: { n: null } });
    expect([status, body.data, body.errors]).toMatchObject([
      400,
      undefined,
      [{ message: expect.stringContaining('"$n"'), extensions: { code: 'BAD_USER_INPUT' } }],
    ]);
    expect((await graph.ask(query)).body.errors).toBeUndefined();
  });

  it.each([
    '{ __type { name } }',
    '{ __type(name: 1) { name } }',
    '{ __type(name: null) { name } }',
    'query ($n: String) { __type(name: $n) { name } }',
    'query ($n: Int!) { ...About } fragment About on Query { __type(name: $n) { name } }',
    'query ($n: Boolean) { __type(name: "Node") { name @include(if: $n) } }',
  ])('of which the name or condition is none is no valid question: %s', async (query) => {
    const { status, body } = await graph.ask(query, { variables: { n: null } });
    expect([status, body.errors![0]!.extensions['code']]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
  });

  it.each([
    [true, '... @include(if: $flag) { __schema { queryType { name } } whoAsks }', ''],
    [false, '...About @skip(if: $flag) whoAsks', 'fragment About on Query { __schema { queryType { name } } }'],
    [true, 'whoAsks ... on Query @include(if: $flag) { ... { __schema { queryType { name } } } }', ''],
  ])('may stand in a fragment that is there when a flag is %s: %s', async (flag, selection, fragment) => {
    const query = `query ($flag: Boolean!) { ${selection} } ${fragment}`;
    const data = { whoAsks: 'nobody', __schema: { queryType: { name: 'Query' } } };
    expect((await graph.ask(query, { variables: { flag } })).body).toEqual({ data });
    const { body } = await graph.ask(query, { variables: { flag: !flag } });
    expect(body.errors).toBeUndefined();
    expect(body.data).not.toHaveProperty('__schema');
  });

  it('may stand beside one about data, which is asked each time', async () => {
    const query = '{ whoAsks __type(name: "Chain") { name } again: __type(name: "Query") { name } }';
    const { requests } = graph.subgraphs.community;
    const asked = requests.length;
    for (let time = 0; time < 2; time += 1)
      expect((await graph.ask(query)).body).toEqual({
        data: { whoAsks: 'nobody', __type: { name: 'Chain' }, again: { name: 'Query' } },
      });
    expect(requests).toHaveLength(asked + 2);
    expect(mockAnswered).toHaveBeenCalledTimes(2);
  });

  it('is forgotten after five others', async () => {
    const others = Array.from({ length: 5 }, (_one, index) => `{ a${index}: __type(name: "Query") { name } }`);
    for (const query of [usual, ...others, usual]) await graph.ask(query);
    expect(mockAnswered).toHaveBeenCalledTimes(7);
  });
});
