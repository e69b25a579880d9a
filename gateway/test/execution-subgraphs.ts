import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  getNamedType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  parse,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import type { FetchAnswer, PlannedFetch } from '../src/guarded-source.js';
import { hash } from './execution-chance.js';

type Source = Record<string, unknown> & { identity?: number; __typename?: string };

/** How often something goes wrong with a value of an answer: one in so many; 0 for never. */
export interface Faults {
  readonly seed: number;
  readonly oneIn: number;
}

/**
 * A subgraph that answers every question about its schema, always the same. Its objects are numbered from 0 to 4, and every
 * text ends in the number of its object, so that an object is found again by any of its keys.
 */
export class AnyFetcher {
  readonly fetches: string[] = [];
  faults: Faults = { seed: 0, oneIn: 0 };
  private readonly schema: GraphQLSchema;

  constructor(
    readonly name: string,
    sdl: string,
  ) {
    const typeDefs = parse(sdl);
    this.schema = buildSubgraphSchema({ typeDefs });
    for (const type of Object.values(this.schema.getTypeMap())) {
      if (isAbstractType(type)) type.resolveType = (value) => (value as Source).__typename;
      if ('resolveObject' in type) continue;
      (type as unknown as Record<string, unknown>)['resolveReference'] = referenced;
      const extensions = type.extensions as { apollo?: { subgraph?: { resolveReference?: unknown } } };
      extensions.apollo = { ...extensions.apollo, subgraph: { resolveReference: referenced } };
    }
  }

  async process({ request }: PlannedFetch): Promise<FetchAnswer> {
    const { query = '', variables = {} } = request;
    this.fetches.push(`${this.name} ${query} ${JSON.stringify(variables)}`);
    const result = await execute({
      schema: this.schema,
      document: parse(query),
      variableValues: variables,
      fieldResolver,
    });
    const answer = JSON.parse(JSON.stringify(result)) as FetchAnswer;
    return this.faults.oneIn > 0
      ? spoil(answer, { ...this.faults, seed: hash(this.faults.seed, this.name, query) }, variables['representations'])
      : answer;
  }
}

function referenced(representation: Source): Source {
  const { __typename, ...given } = representation;
  return { __typename, ...given, given: JSON.stringify(representation), identity: identityIn(given) };
}

function identityIn(value: unknown): number | undefined {
  if (typeof value === 'string') return Number(/-(\d)$/u.exec(value)?.[1] ?? Number.NaN) || 0;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const item of Object.values(value)) {
    const found = identityIn(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fieldResolver(source: Source | undefined, args: object, _context: unknown, info: GraphQLResolveInfo): unknown {
  const { fieldName, parentType, returnType } = info;
  const identity = source?.identity ?? 0;
  // Keys and required fields that the gateway sent are not echoed: another answer than the one it has would be seen.
  const origin = [
    parentType.name,
    fieldName,
    identity,
    JSON.stringify(args),
    source?.['given'] ? required(source) : '',
  ];
  return valueOf(returnType, { origin, identity, info });
}

/** Fields beyond the key change what a subgraph computes from them. */
const required = (source: Source): string => String(source['given']).replaceAll(/"(?:id|__typename)":"[^"]*",?/gu, '');

interface Making {
  readonly origin: readonly unknown[];
  readonly identity: number;
  readonly info: GraphQLResolveInfo;
}

function valueOf(type: GraphQLOutputType, making: Making): unknown {
  if (isNonNullType(type)) return definite(type.ofType as GraphQLOutputType, making);
  return hash(...making.origin, 'null') % 9 === 0 ? null : definite(type, making);
}

function definite(type: GraphQLOutputType, making: Making): unknown {
  const { origin, identity, info } = making;
  if (isListType(type)) {
    const length = hash(...origin, 'length') % 4;
    return Array.from({ length }, (_, index) => valueOf(type.ofType, { ...making, origin: [...origin, index] }));
  }
  if (isLeafType(type)) return leafOf(getNamedType(type), making);
  const possible = isAbstractType(type) ? info.schema.getPossibleTypes(type) : [type];
  const { name } = possible[hash(...origin, 'type') % possible.length]! as { name: string };
  const isEntity = name in entityNames(info.schema);
  return { __typename: name, identity: isEntity ? hash(...origin, 'child') % 5 : identity };
}

function leafOf(type: { name: string }, { origin, identity, info }: Making): unknown {
  const number = hash(...origin, 'leaf');
  if (isEnumType(type)) return type.getValues()[number % type.getValues().length]!.name;
  if (type.name === 'Int') return number % 3;
  if (type.name === 'Float') return (number % 7) / 2;
  if (type.name === 'Boolean') return number % 2 === 0;
  return `${info.fieldName}${type.name === 'ID' ? '' : number % 2}-${identity}`;
}

const entities = new WeakMap<GraphQLSchema, Record<string, true>>();
function entityNames(schema: GraphQLSchema): Record<string, true> {
  const known = entities.get(schema);
  if (known) return known;
  const union = schema.getType('_Entity');
  const names =
    union && isAbstractType(union) ? schema.getPossibleTypes(union).map(({ name }) => [name, true] as const) : [];
  const fresh = Object.fromEntries(names);
  entities.set(schema, fresh);
  return fresh;
}

/** Nulls, absent keys, values of wrong types, and errors with and without a null beside them. */
function spoil(answer: FetchAnswer, { seed, oneIn }: Faults, representations: unknown): FetchAnswer {
  // What goes wrong with an entity does not depend on where in the list it is, or how often it was asked for.
  const named = ([, field, index, ...rest]: (string | number)[]): string =>
    [field, field === '_entities' && JSON.stringify((representations as unknown[])[index as number]), ...rest].join(
      '.',
    );
  if (hash(seed, 'whole') % (oneIn * 2) === 0) {
    return { data: null, errors: [{ message: 'down', path: ['anything'], extensions: { code: 'DOWN' } }] };
  }
  const errors = [...(answer.errors ?? [])];
  const visit = (holder: Record<string | number, unknown>, key: string | number, path: (string | number)[]): void => {
    const value = holder[key];
    const here = [...path, key];
    const fault = hash(seed, named(here)) % (oneIn * 5);
    const isRootType = path.length === 1 && key === '__typename';
    if (value !== null && path.length > 0 && !isRootType && fault < 5) breakValue(holder, key, fault);
    if (fault === 0 || fault === 5) {
      errors.push({
        message: `fault at ${typeof key === 'number' ? 'an item' : key}`,
        path: here,
        extensions: { code: fault ? 'SAID' : 'BROKEN' },
      });
    }
    if (fault === 6) errors.push({ message: 'no code', path: here });
    const now = holder[key];
    if (Array.isArray(now)) now.forEach((_, index) => visit(now as never, index, here));
    else if (typeof now === 'object' && now !== null) {
      for (const inner of Object.keys(now)) visit(now as Record<string, unknown>, inner, here);
    }
  };
  visit({ data: answer.data }, 'data', []);
  for (const error of errors) if (error.path?.[0] === 'data') (error as { path: unknown }).path = error.path.slice(1);
  return { data: answer.data, ...(errors.length > 0 && { errors }) };
}

function breakValue(holder: Record<string | number, unknown>, key: string | number, fault: number): void {
  const value = holder[key];
  if (fault === 1 && key !== '_entities' && !Array.isArray(holder)) delete holder[key];
  else if (key === '__typename') holder[key] = 'Nobody';
  else if (fault === 2 && (typeof value === 'string' || typeof value === 'number')) holder[key] = true;
  else if (key !== '_entities') holder[key] = null;
}
