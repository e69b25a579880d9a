import { pgType, type ReadRow } from './columns.js';
import { compileRow } from './compile-row.js';
import type { ReadModel } from './model.js';
import type { Source } from './place.js';
import type { Selected } from './scope.js';
import { identifier, join, jsonList, param, Sql, sql } from './sql.js';
import { stubRow } from './stub-row.js';

/** A representation of `_entities`: the key, the type, and what the type requires from its owner. */
export type Representation = Readonly<Record<string, unknown>>;

/** The distinct keys of some representations as a statement takes them, and for each representation its place among them. */
export interface ReferenceKeys {
  readonly lookup: { readonly ids: readonly (string | null)[] } | { readonly representations: string };
  readonly places: readonly number[];
  /** Whether the ids are all that is taken. Both sides read a list of them in a fraction of the time of JSON. */
  readonly onlyIds: boolean;
}

export function keysOf(model: ReadModel<never>, representations: readonly Representation[]): ReferenceKeys {
  if (model.table || representations.every(isOnlyId)) {
    const { distinct: ids, places } = distinctOf(representations.map(idOf));
    return { lookup: { ids }, places, onlyIds: true };
  }
  const { distinct, places } = distinctOf(representations.map(textOf));
  return { lookup: { representations: `[${distinct.join()}]` }, places, onlyIds: false };
}

/** What is no text is nobody's id. */
const idOf = ({ id }: Representation): string | null => (typeof id === 'string' ? id : null);

const isOnlyId = (one: Representation): boolean =>
  typeof one['id'] === 'string' && Object.keys(one).every((key) => key === 'id' || key === '__typename');

function distinctOf<Key>(keys: readonly Key[]): { distinct: Key[]; places: number[] } {
  const placeOf = new Map<Key, number>();
  const places = keys.map((key) => {
    const known = placeOf.get(key) ?? placeOf.size;
    placeOf.set(key, known);
    return known;
  });
  return { distinct: [...placeOf.keys()], places };
}

/** PostgreSQL's text holds neither NUL nor half of a surrogate pair. JSON.stringify escapes just these, in most keys none. */
const unstorable = /\\u(?:0000|d[89a-f])/u;

function textOf(representation: Representation): string {
  const text = JSON.stringify(representation);
  return unstorable.test(text) ? JSON.stringify(representation, storable) : text;
}

const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(/\0|\p{Surrogate}/gu, '\ufffd') : value;

/** The rows that the keys point to, as a list in their order. */
export function compileReferences(source: Source, selected: Selected, { onlyIds }: ReferenceKeys): Sql {
  if (source.model.table) return storedRows(source, selected);
  return onlyIds ? stubsOfIds(source, selected) : stubRows(source, selected);
}

const keys = '§keys';
const place = identifier('§place');
const inOrder = (object: Sql): Sql => jsonList(object, sql`${identifier(keys)}.${place}`);

const ids = sql`unnest(${param('text[]', (run) => run.lookup.ids)}) with ordinality as ${identifier(keys)}("id", ${place})`;

function storedRows(source: Source, selected: Selected): Sql {
  const found = compileRow(source, selected, (row) => row.id!.is(sql`${identifier(keys)}."id"`));
  return sql`(select ${inOrder(found)} from ${ids})`;
}

function stubsOfIds({ scope, model }: Source, selected: Selected): Sql {
  const row = stubRow(model, (model.row(keys) as ReadRow).id!);
  return sql`(select ${inOrder(scope.object({ scope, model, row }, selected))} from ${ids})`;
}

/** What the owner sent is all there is to the row of a stub. */
function stubRows({ scope, model }: Source, selected: Selected): Sql {
  const columns = [...model.columns.values()];
  const names = columns.map((one) => identifier(one.name));
  const definitions = columns.map((one, index) => sql`${names[index]!} ${new Sql([pgType(one)])}`);
  const row: ReadRow = model.row(keys);
  const object = sql`case when ${row.id!} is not null then ${scope.object({ scope, model, row }, selected)} end`;
  const given = param('json', (run) => run.lookup.representations);
  const table = sql`json_to_recordset(${given}) as (${join(definitions, ', ')})`;
  return sql`(select ${inOrder(object)} from rows from (${table}) with ordinality as ${identifier(keys)}(${join(names, ', ')}, ${place}))`;
}
