import { buildSchema, parse, type OperationDefinitionNode } from 'graphql';
import { pagesOf, rowsOf } from '../src/plugins/pages.js';

const schema = buildSchema(`
  interface Node { id: ID! }
  union Found = Book | Author
  type Query { books(first: Int, last: Int): Books search(first: Int): FoundList nodes(ids: [ID!]!): [Node]! book: Book }
  type Books { nodes: [Book!]! edges: [BookEdge!]! totalCount: Int! }
  type BookEdge { node: Book! }
  type FoundList { nodes: [Found!]! }
  type Book implements Node { id: ID! title: String! author: Author tags: [Tag!]! }
  type Author implements Node { id: ID! books(first: Int, last: Int): Books }
  type Tag { name: String! books(first: Int): Books }
`);

function rows(text: string, variables: Record<string, unknown> = {}): number {
  const document = parse(text);
  const operation = document.definitions[0] as OperationDefinitionNode;
  return rowsOf(pagesOf({ schema, document, operation }), variables);
}

const within = (first: string) => `nodes { author { books(${first}) { nodes { title } } } }`;

it.each([
  ['nothing, without a page', '{ book { title } }', 0],
  ['twenty, when nothing is asked for', '{ books { nodes { title } } }', 20],
  ['nothing, when rows are only counted', '{ books { totalCount } }', 0],
  ['those of each alias', '{ books(first: 3) { nodes { title } } more: books(last: 4) { nodes { title } } }', 7],
  ['those of a page in each row of another', `{ books(first: 10) { ${within('last: 5')} } }`, 10 + 50],
  [
    'those in edges as those in nodes',
    '{ books(first: 2) { edges { node { author { books { nodes { title } } } } } } }',
    42,
  ],
  [
    'those in a list that has no pages',
    '{ books(first: 2) { nodes { tags { books(first: 3) { nodes { title } } } } } }',
    8,
  ],
  [
    'those in fragments, however often',
    '{ ...B more: book { title } ...B } fragment B on Query { books(first: 4) { nodes { title } } }',
    8,
  ],
  [
    'those of each kind of what is found',
    '{ search(first: 2) { nodes { ... on Author { books(first: 3) { nodes { title } } } ... on Book { author { books(first: 4) { nodes { title } } } } } } }',
    2 + 6 + 8,
  ],
  [
    'what is asked for by ids',
    '{ nodes(ids: ["a", "b"]) { ... on Author { books(first: 5) { nodes { title } } } } }',
    12,
  ],
  ['what may be left out', 'query ($all: Boolean!) { books(first: 4) @include(if: $all) { nodes { title } } }', 4],
  [
    'three levels of a hundred',
    `{ books(first: 100) { nodes { author { books(first: 100) { ${within('first: 100')} } } } } }`,
    1_010_100,
  ],
])('the pages of an operation can hold %s', (_what, query, expected) => {
  expect(rows(query)).toBe(expected);
});

it.each([
  ['given', { n: 3 }, 3 + 15],
  ['left out, which have a default', {}, 7 + 35],
  ['null, as if nothing was asked for', { n: null }, 20 + 100],
])('the pages of an operation can hold what its variables say: %s', (_what, variables, expected) => {
  expect(rows(`query ($n: Int = 7) { books(first: $n) { ${within('first: 5')} } }`, variables)).toBe(expected);
});

it('a page of a size that no page has is refused, also where its rows are only counted', () => {
  expect(() => rows('{ books(first: 101) { totalCount } }')).toThrow('"first" is at most 100');
});
