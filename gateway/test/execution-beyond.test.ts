/** Where the answers are meant to be other than those of Apollo's executor, and what generated questions do not reach. */
import { GraphQLError } from 'graphql';
import { OperationCache } from '../src/execution/operation-cache.js';
import { startScripted, type Answers } from './execution-oracle.js';

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@requires", "@shareable"])';

const people = {
  one: `${link}
    type Query { all: [Member] pairs: [[Robot]] plan: Plan @shareable }
    type Mutation { first: Int }
    interface Member { id: ID! name: String }
    type Person implements Member @key(fields: "id") { id: ID! name: String friend: Person size: Int! @shareable }
    type Robot implements Member @key(fields: "id") { id: ID! name: String size: Int @shareable parts: [[Part]] }
    type Part @shareable { label: String }
    type Plan @shareable { rows: [[Cell]] }
    type Cell @shareable { x: Int }`,
  two: `${link}
    type Query { other: Int plan: Plan @shareable }
    type Mutation { second: Int }
    type Person @key(fields: "id") { id: ID! age: Int size: Int @shareable }
    type Robot @key(fields: "id") { id: ID! parts: [[Part]] @external weight: Int @requires(fields: "parts { label }") }
    type Part @shareable { label: String @external }
    type Plan @shareable { rows: [[Cell]] }
    type Cell @shareable { y: Int }`,
};

const person = (id: string, more: object = {}) => ({ __typename: 'Person', id, ...more });
const robot = (id: string, more: object = {}) => ({ __typename: 'Robot', id, ...more });
const start = (answers: Answers) => startScripted(people, answers);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('an entity at several places', () => {
  const answers: Answers = {
    one: () => ({ data: { all: [person('a'), person('b'), person('a')] } }),
    two: ({ representations }) => ({
      data: {
        _entities: (representations as { id: string }[]).map(({ id }) => (id === 'a' ? { age: null } : { age: 7 })),
      },
      errors: [{ message: 'unknown', path: ['_entities', 0, 'age'], extensions: { code: 'UNKNOWN' } }],
    }),
  };
  const text = '{ all { ... on Person { age } } }';

  it('is asked for once', async () => {
    const { ours, asked } = await start(answers);
    expect(plain((await ours({ text })).data)).toEqual({ all: [{ age: null }, { age: 7 }, { age: null }] });
    expect(asked.at(-1)).toEqual({ name: 'two', representations: [person('a'), person('b')] });
  });

  it('has its error at each of them', async () => {
    const { ours } = await start(answers);
    const paths = (await ours({ text })).errors?.map(({ path }) => path);
    expect(paths).toEqual([
      ['all', 0, 'age'],
      ['all', 2, 'age'],
    ]);
  });
});

it('places errors of entities at their entities, also when others were not asked for', async () => {
  const { ours, theirs } = await start({
    one: () => ({ data: { all: [null, robot('r'), person('a'), person('b')] } }),
    two: () => ({
      data: { _entities: [{ age: 1 }, { age: null }] },
      errors: [{ message: 'unknown', path: ['_entities', 1, 'age'] }],
    }),
  });
  const question = { text: '{ all { ... on Person { age } } }' };
  expect((await ours(question)).errors?.map(({ path }) => path)).toEqual([['all', 3, 'age']]);
  // Person a: one place off for the robot.
  expect((await theirs(question)).errors?.map(({ path }) => path)).toEqual([['all', 2, 'age']]);
});

it('requires fields through lists of lists', async () => {
  const parts = [[{ label: 'arm' }, null], null, []];
  const { ours, asked } = await start({
    one: () => ({ data: { pairs: [[robot('r', { parts })], []] } }),
    two: () => ({ data: { _entities: [{ weight: 3 }] } }),
  });
  expect(plain((await ours({ text: '{ pairs { weight } }' })).data)).toEqual({ pairs: [[{ weight: 3 }], []] });
  expect(asked.at(-1)?.representations).toEqual([robot('r', { parts })]);
});

it('merges lists of lists of two subgraphs', async () => {
  const { ours } = await start({
    one: () => ({ data: { plan: { rows: [[{ x: 1 }, null], [{ x: 2 }]] } } }),
    two: () => ({ data: { plan: { rows: [[{ y: 3 }, null], [{ y: 4 }]] } } }),
  });
  expect(plain((await ours({ text: '{ plan { rows { x y } } }' })).data)).toEqual({
    plan: { rows: [[{ x: 1, y: 3 }, null], [{ x: 2, y: 4 }]] },
  });
});

it('keeps zeros of fields that had to be asked under another name', async () => {
  const { ours, theirs } = await start({
    one: () => ({ data: { all: [person('a', { size: 0 }), robot('r', { size__alias_0: 0 })] } }),
    two: () => ({ data: {} }),
  });
  const question = { text: '{ all { ... on Person { size } ... on Robot { size } } }' };
  expect(plain((await ours(question)).data)).toEqual({ all: [{ size: 0 }, { size: 0 }] });
  expect(plain((await theirs(question)).data)).toEqual({ all: [{ size: 0 }, { size: null }] });
});

it('gives keys in the order of the specification', async () => {
  const { ours } = await start({
    one: () => ({ data: { all: [person('a', { name: 'An' })] } }),
    two: () => ({ data: {} }),
  });
  const text = '{ all { ... on Person { __typename } } all { id ... on Person { name } } }';
  expect(JSON.stringify((await ours({ text })).data)).toBe('{"all":[{"__typename":"Person","id":"a","name":"An"}]}');
});

it('answers introspection that is asked in two parts', async () => {
  const { ours } = await start({ one: () => ({ data: {} }), two: () => ({ data: {} }) });
  const text =
    'query($name: String = "Part") { __schema { queryType { name } } type: __type(name: $name) { ...T } __schema { mutationType { name } } } fragment T on __Type { kind }';
  expect(plain((await ours({ text })).data)).toEqual({
    __schema: { queryType: { name: 'Query' }, mutationType: { name: 'Mutation' } },
    type: { kind: 'OBJECT' },
  });
});

it('takes a null __typename for one that is absent', async () => {
  const { ours } = await start({
    one: () => ({ data: { all: [person('a', { friend: { __typename: null, id: 'b' } })] } }),
    two: () => ({ data: {} }),
  });
  expect(plain((await ours({ text: '{ all { ... on Person { friend { id } } } }' })).data)).toEqual({
    all: [{ friend: { id: 'b' } }],
  });
});

it.each([
  ['a list where an object belongs', [person('a', { friend: [] })]],
  ['text where an object belongs', [person('a', { friend: 'b' })]],
  ['an object where a list belongs', { id: 'a' }],
])('gives up an answer with %s, without repeating it', async (_what, all) => {
  const { ours } = await start({ one: () => ({ data: { all } as never }), two: () => ({ data: {} }) });
  const { data, errors } = await ours({ text: '{ all { ... on Person { friend { name } } } }' });
  expect({ data, errors: errors?.map(({ message }) => message) }).toEqual({
    data: undefined,
    errors: [expect.stringMatching(/^Invalid non-(?:list|object) value returned by subgraph/u)],
  });
});

it('refuses wrong variables before anything is fetched', async () => {
  const { ours, asked } = await start({ one: () => ({ data: {} }), two: () => ({ data: {} }) });
  const { errors } = await ours({ text: 'query($if: Boolean!) { other @skip(if: $if) }', variables: {} });
  expect(errors?.[0]?.message).toContain('$if');
  expect(asked).toEqual([]);
});

it('runs mutations one after the other, in their order', async () => {
  const { ours, asked } = await start({ one: () => ({ data: { first: 1 } }), two: () => ({ data: { second: 2 } }) });
  await ours({ text: 'mutation { second first again: second }' });
  expect(asked.map(({ name }) => name)).toEqual(['two', 'one', 'two']);
});

it('makes an error of what a source throws', async () => {
  const { ours } = await start({
    one: () => {
      throw new GraphQLError('gone');
    },
    two: () => ({ data: { other: 1 } }),
  });
  const { data, errors } = await ours({ text: '{ other all { name } }' });
  expect({ data: plain(data), errors: errors?.map(({ message }) => message) }).toEqual({
    data: { other: 1, all: null },
    errors: ['gone'],
  });
});

it('keeps the compiled operations that were used last', () => {
  const cache = new OperationCache();
  const compiled: string[] = [];
  const get = (key: string) =>
    cache.get(key, () => {
      compiled.push(key);
      return { weight: 1.5 * 1024 * 1024, fetch: async () => undefined, shape: () => ({ data: null, problems: [] }) };
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) get(key);
  expect(compiled).toEqual(['a', 'b', 'c', 'b']);
});
