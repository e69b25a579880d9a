import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isObjectType,
  OperationTypeNode,
  type GraphQLOutputType,
} from 'graphql';
import { type Asked, type CollectedField, collectFields, type Question } from '../execution/shape/collect.js';

/** One page of a connection for a spreadsheet, with what else was asked of the connection. */
export interface Table {
  /** The headings, then a row per node. */
  readonly rows: readonly (readonly string[])[];
  readonly totalCount: string;
  readonly endCursor: string;
}

/** Undefined when the answer has no such connection: something that leads to it does not exist, or not for this viewer. */
export type TableOf = (data: unknown) => Table | undefined;

/** A part of the question, and the response keys by which its answer is found. */
interface Part {
  readonly path: readonly string[];
  readonly asked: readonly Asked[];
}

/** What of a connection is in a table, or in the headers beside it. */
const shown: ReadonlySet<string | undefined> = new Set(['nodes', 'edges', 'totalCount', 'pageInfo']);

/** How to make a table of the answer. Undefined for a question that is not one connection with its nodes. */
export function compileTable(question: Question): TableOf | undefined {
  const connection = connectionOf(question);
  const find = (...names: string[]) => connection && findPart(connection, names, question);
  const nodes = find('nodes') ?? find('edges', 'node');
  if (!connection || !nodes) return undefined;
  const columns = leavesOf(nodes.asked, question);
  const [totalCount, endCursor] = [find('totalCount'), find('pageInfo', 'endCursor')];
  return (data) => {
    const [found] = valuesAt(data, connection.path);
    if (found === null || found === undefined) return undefined;
    return {
      rows: [
        columns.map((path) => path.join('.')),
        ...valuesAt(data, nodes.path).map((node) => columns.map((path) => cellAt(node, path))),
      ],
      totalCount: totalCount ? cellAt(data, totalCount.path) : '',
      endCursor: endCursor ? cellAt(data, endCursor.path) : '',
    };
  };
}

/** The connection that is all that is asked; undefined where something of it would be in no table. */
function connectionOf(question: Question): Part | undefined {
  const { schema, operation } = question;
  const type = schema.getRootType(operation.operation);
  if (!type || operation.operation !== OperationTypeNode.QUERY) return undefined;
  const connection = onlyConnection({ path: [], asked: [{ type, selectionSet: operation.selectionSet }] }, question);
  const isWhole = connection && namedIn(connection, question).every((field) => shown.has(nameOf(field)));
  return isWhole ? connection : undefined;
}

/** The connection to which single objects lead, each the only field of the one before. */
function onlyConnection({ path, asked }: Part, question: Question): Part | undefined {
  const [field, ...others] = namedIn({ asked }, question);
  if (!field || others.length > 0 || isListType(getNullableType(field.type))) return undefined;
  const part = { path: [...path, field.key], asked: field.asked };
  return isConnection(field.type) ? part : onlyConnection(part, question);
}

/** Beside `__typename`, which some clients ask of every object. */
const namedIn = ({ asked }: Pick<Part, 'asked'>, question: Question): CollectedField[] =>
  fieldsOf(asked, question).filter((field) => nameOf(field) !== '__typename');

const nameOf = ({ nodes }: CollectedField): string | undefined => nodes[0]?.name.value;

function isConnection(type: GraphQLOutputType | undefined): boolean {
  const named = type && getNamedType(type);
  return isObjectType(named) && 'pageInfo' in named.getFields();
}

/** By names of fields; the keys of the answer may be aliases. */
const findPart = (from: Part, names: readonly string[], question: Question): Part | undefined =>
  names.reduce<Part | undefined>((part, name) => {
    const found = part && fieldsOf(part.asked, question).find((field) => nameOf(field) === name);
    return found && { path: [...part.path, found.key], asked: found.asked };
  }, from);

/** Where an object may be of several types, the fields of all of them. */
function fieldsOf(asked: readonly Asked[], question: Question): CollectedField[] {
  const types = asked.flatMap(({ type }) => (isAbstractType(type) ? question.schema.getPossibleTypes(type) : [type]));
  return [...new Set(types)].flatMap((type) => collectFields(asked, type, question));
}

/** The path to each value, once. */
function leavesOf(asked: readonly Asked[], question: Question): (readonly string[])[] {
  const paths = fieldsOf(asked, question).flatMap(({ key, asked: within }) =>
    within.length === 0 ? [[key]] : leavesOf(within, question).map((path) => [key, ...path]),
  );
  return [...new Map(paths.map((path) => [path.join('.'), path])).values()];
}

/** What is missing in a list keeps its place, so that cells of one row stay in step. */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path));
  const [key, ...rest] = path;
  if (key === undefined || value === null || typeof value !== 'object') return [value];
  return valuesAt((value as Readonly<Record<string, unknown>>)[key], rest);
}

const cellAt = (value: unknown, path: readonly string[]): string => valuesAt(value, path).map(textOf).join(' | ');

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
