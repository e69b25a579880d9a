import { pgType, type ReadRow } from './columns.js';
import { compileRow } from './compile-row.js';
import type { Source } from './place.js';
import type { Selected } from './scope.js';
import { constant, identifier, join, jsonList, param, Sql, sql } from './sql.js';

/** A representation of `_entities`: the key, the type, and what the type requires from its owner. */
export type Representation = Readonly<Record<string, unknown>>;

const keys = identifier('§keys');
const place = identifier('§place');
const given = param('json', (run) => run.lookup.representations);

/** The distinct representations as JSON that PostgreSQL accepts, and for each one its place among them. */
export function representationsOf(representations: readonly Representation[]): { json: string; places: number[] } {
  const placeOf = new Map<string, number>();
  const places = representations.map((one) => {
    const text = JSON.stringify(one, storable);
    const known = placeOf.get(text) ?? placeOf.size;
    placeOf.set(text, known);
    return known;
  });
  return { json: `[${[...placeOf.keys()].join()}]`, places };
}

/** PostgreSQL's text holds neither NUL nor half of a surrogate pair. */
const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(/\0|\p{Surrogate}/gu, '\ufffd') : value;

/** The rows that the representations point to, as a list in their order. */
export const compileReferences = (source: Source, selected: Selected): Sql =>
  source.model.table ? storedRows(source, selected) : stubRows(source, selected);

function storedRows(source: Source, selected: Selected): Sql {
  const key = sql`${keys}."key" ->> ${constant('id')}`;
  const found = compileRow(source, selected, (row) => row.id!.is(sql`(${key})`));
  return sql`(select ${inOrder(found)} from json_array_elements(${given}) with ordinality as ${keys}("key", ${place}))`;
}

/** What the owner sent is all there is to the row of a stub. */
function stubRows({ scope, model }: Source, selected: Selected): Sql {
  const columns = [...model.columns.values()];
  const names = columns.map((one) => identifier(one.name));
  const definitions = columns.map((one, index) => sql`${names[index]!} ${new Sql([pgType(one)])}`);
  const row: ReadRow = model.row('§keys');
  const object = sql`case when ${row.id!} is not null then ${scope.object({ scope, model, row }, selected)} end`;
  const table = sql`json_to_recordset(${given}) as (${join(definitions, ', ')})`;
  return sql`(select ${inOrder(object)} from rows from (${table}) with ordinality as ${keys}(${join(names, ', ')}, ${place}))`;
}

const inOrder = (object: Sql): Sql => jsonList(object, sql`${keys}.${place}`);
