import {
  type DocumentNode,
  execute,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  GraphQLUnionType,
} from 'graphql';
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { authorityIds, isStaff } from '../../src/auth/index.js';
import { seen, type Thing, visible, type World } from './naive-world.js';
import type { Row } from './rows.js';
import { type Arguments, pageOf } from './naive-page.js';

/**
 * Answers a question from rows in memory, as one would do it without a database: graphql-js walks the
 * selection, a resolver for each field looks at all rows.
 */
export const answerNaively = (
  schema: GraphQLSchema,
  document: DocumentNode,
  { world, variables }: { world: World; variables: Record<string, unknown> },
): ExecutionResult =>
  execute({
    schema: withoutResolvers(schema),
    document,
    variableValues: variables,
    contextValue: world,
    fieldResolver: resolve,
    typeResolver: typeOf,
  }) as ExecutionResult;

const thing = (type: string, row: Row | undefined): Thing | null => (row ? { type, row } : null);

const byId = (type: string, id: unknown, world: World): Thing | null =>
  thing(
    type,
    seen(type, world).find((row) => row.id === id),
  );

const list = (type: string, isWanted: (row: Row) => boolean) => (args: Arguments, world: World) =>
  pageOf(type, seen(type, world).filter(isWanted), { args, world });

const all = () => true;
const roots: Readonly<Record<string, (args: Arguments, world: World) => unknown>> = {
  books: list('Book', all),
  authors: list('Author', all),
  reviews: list('Review', all),
  loans: list('Loan', all),
  thickBooks: (args, world) => list('Book', ({ pages }) => pages === args.pages)(args, world),
  booksOfKind: (args, world) => list('Book', ({ kind }) => kind === args.kind)(args, world),
  book: ({ id }, world) => byId('Book', id, world),
  firstAuthor: (_args, world) =>
    thing(
      'Author',
      seen('Author', world).find(({ name }) => name === 'nobody'),
    ),
  _entities: ({ representations }, world) => (representations as Representation[]).map((one) => entity(one, world)),
};

interface Representation {
  readonly __typename: string;
  readonly id: string;
}

function entity(representation: Representation, world: World): Thing | null {
  const { __typename: type, id } = representation;
  if (type === 'Publisher' || type === 'Printer') return { type, row: representation as unknown as Row };
  return type in visible ? byId(type, id, world) : null;
}

type Fields = Readonly<Record<string, (row: Row, args: Arguments, world: World) => unknown>>;

const milliseconds = (moment: unknown): string => `${String(moment).slice(0, 23)}Z`;

const fields: Readonly<Record<string, Fields>> = {
  Author: {
    email: ({ email }, _args, { viewer }) => (viewer.personId === undefined ? null : email),
    rating: ({ rating }) => Number(rating),
    mentor: ({ mentorId }, _args, world) => byId('Author', mentorId, world),
    books: ({ id }, args, world) => list('Book', (book) => book.authorId === id)(args, world),
    pupils: ({ id }, args, world) => list('Author', (pupil) => pupil.mentorId === id)(args, world),
  },
  Book: {
    cents: ({ cents }) => Number(cents),
    weight: ({ weight }) => (weight === null ? null : Number(weight)),
    printedAt: ({ printedAt }) => milliseconds(printedAt),
    titleLength: ({ title }) => Array.from(title as string).length,
    price: ({ cents }, { currency }) => `${String(currency)} ${String(cents)}`,
    old: ({ printedAt }, _args, { now }) =>
      Date.parse(String(printedAt)) < new Date(now).setUTCFullYear(now.getUTCFullYear() - 10),
    reprintAt: ({ printedAt }) => new Date(Date.parse(milliseconds(printedAt)) + 86_400_000).toISOString(),
    label: ({ title, pages }) => ({ text: title, size: pages }),
    author: ({ authorId }, _args, world) => byId('Author', authorId, world),
    publisher: ({ publisherId }) => (publisherId === null ? null : { type: 'Publisher', row: { id: publisherId } }),
    sequel: ({ sequelId }, _args, world) => byId('Book', sequelId, world),
    bestReview: ({ id }, _args, world) =>
      thing('Review', best(seen('Review', world).filter((one) => one.bookId === id))),
    reviews: ({ id }, args, world) => list('Review', (one) => one.bookId === id)(args, world),
    loans: ({ id }, args, world) => list('Loan', (one) => one.bookId === id)(args, world),
  },
  Review: {
    secret: ({ secret, organisationId }, _args, { viewer }) =>
      authorityIds(viewer, 'DPO').includes(organisationId as string) ? secret : null,
    book: ({ bookId }, _args, world) => byId('Book', bookId, world),
    subject: ({ bookId }, _args, world) => byId('Book', bookId, world),
    referent: ({ referentId, organisationId }, _args, world) =>
      isStaff(world.viewer) || authorityIds(world.viewer).includes(organisationId as string)
        ? byId('Author', referentId, world)
        : null,
  },
  Loan: {},
  Publisher: {
    books: ({ id, imprintIds }, args, world) =>
      list(
        'Book',
        (book) => book.publisherId === id || ((imprintIds as unknown[] | undefined) ?? []).includes(book.publisherId),
      )(args, world),
    ownBooks: ({ id }, args, world) => list('Book', (book) => book.publisherId === id)(args, world),
  },
};

const best = (reviews: readonly Row[]): Row | undefined =>
  reviews.toSorted((a, b) => Number(b.stars) - Number(a.stars) || (a.id < b.id ? -1 : 1))[0];

const resolve: GraphQLFieldResolver<unknown, World> = (source, args, world, info) => {
  const { fieldName: name, parentType } = info;
  if (parentType.name === 'Query') return roots[name]!(args, world);
  const own = fields[parentType.name];
  if (!own) return (source as Record<string, unknown>)[name];
  const { row } = source as Thing;
  if (own[name]) return own[name](row, args, world);
  return name === 'createdAt' || name === 'updatedAt' ? milliseconds(row[name]) : row[name];
};

const bare = new WeakMap<GraphQLSchema, GraphQLSchema>();

/** The schema without what the subgraph's own execution needs. */
function withoutResolvers(schema: GraphQLSchema): GraphQLSchema {
  const known = bare.get(schema);
  if (known) return known;
  const copy = mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field) => ({ ...field, resolve: undefined }),
    [MapperKind.UNION_TYPE]: (type) => new GraphQLUnionType({ ...type.toConfig(), resolveType: typeOf }),
  });
  bare.set(schema, copy);
  return copy;
}

const typeOf = (value: unknown): string => (value as Thing).type ?? (value as { __typename: string }).__typename;
