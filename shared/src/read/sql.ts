import type { Run } from './run.js';

/** A bound parameter: its value is taken from each run of the statement, its text never becomes part of the SQL. */
export interface Param {
  readonly value: (run: Run) => unknown;
}

/** A piece of SQL: text that only models and this folder write, and parameters. There is no way in for a client's text. */
export class Sql {
  constructor(readonly parts: readonly (string | Param)[]) {}
}

/** `sql\`${a} = ${b}\``: pieces and parameters are spliced in, never strings. */
export function sql(strings: TemplateStringsArray, ...pieces: Sql[]): Sql {
  const parts: (string | Param)[] = [];
  strings.forEach((text, index) => {
    if (text !== '') parts.push(text);
    const piece = pieces[index];
    if (piece) parts.push(...piece.parts);
  });
  return new Sql(parts);
}

/** An identifier of a model: table, column or alias. */
export const identifier = (name: string): Sql => new Sql([`"${name.replaceAll('"', '""')}"`]);

/** A string constant of a model or of the schema (a response key is a GraphQL name, so it holds no quote either). */
export const constant = (text: string): Sql => new Sql([`'${text.replaceAll("'", "''")}'`]);

/** A whole number that the planner shall know. */
export function integer(value: number): Sql {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is not a whole number.`);
  return new Sql([String(value)]);
}

type Scalar =
  | 'text'
  | 'integer'
  | 'bigint'
  | 'numeric'
  | 'boolean'
  | 'timestamptz'
  | 'date'
  | 'jsonb'
  | 'json'
  | 'double precision';

/** The PostgreSQL types that a parameter may have: named one by one, so that no text of a client can be one. */
export type ParameterType = Scalar | `${Scalar}[]`;

/** A parameter of a PostgreSQL type such as text, integer or text[]. */
export const param = (type: ParameterType, value: Param['value']): Sql => new Sql([{ value }, `::${type}`]);

export function join(pieces: readonly Sql[], separator: string): Sql {
  return new Sql(pieces.flatMap((piece, index) => (index === 0 ? piece.parts : [separator, ...piece.parts])));
}

export interface Rendered {
  readonly text: string;
  readonly params: readonly Param[];
}

/** Numbers the parameters in order of appearance; one Param object used twice is sent once. */
export function render(statement: Sql): Rendered {
  const params: Param[] = [];
  const text = statement.parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const known = params.indexOf(part);
      return `$${known === -1 ? params.push(part) : known + 1}`;
    })
    .join('');
  return { text, params };
}

/** One JSON object from response keys and expressions. JSON_OBJECT has no limit of 100 arguments, json_build_object does. */
export function jsonObject(pairs: readonly (readonly [key: string, value: Sql])[]): Sql {
  if (pairs.length === 0) return sql`'{}'::json`;
  const members = pairs.map(([key, value]) => sql`${constant(key)} : ${value}`);
  // else it would be jsonb where a member is, and branches of a union would differ in type
  return sql`json_object(${join(members, ', ')} returning json)`;
}

/** A list of JSON values; no rows give the empty list. */
export const jsonList = (value: Sql, order?: Sql): Sql =>
  order
    ? sql`coalesce(json_agg(${value} order by ${order}), '[]'::json)`
    : sql`coalesce(json_agg(${value}), '[]'::json)`;
