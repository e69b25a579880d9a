import type { Client } from 'pg';
import type { AnyReadModel, ReadModel } from '../src/read/index.js';

/** An index as PostgreSQL writes it down: "CREATE INDEX ... USING btree (name, id)". */
interface Index {
  readonly table: string;
  readonly definition: string;
}

/** What an index must begin with so that a column can be filtered or ordered, or searched. */
interface Need {
  readonly place: string;
  readonly table: string;
  readonly column: string;
  /** Whether a list is ordered by it. */
  readonly orders?: boolean;
}

/** Indexes of slips about which PostgreSQL gathers statistics, which take long and serve no plan. */
const countedSlips = `select indexrelid::regclass::text as "name" from pg_index join pg_attribute on attrelid = indexrelid
  where pg_get_indexdef(indexrelid) like '%(slip_vector(%' and attstattarget is distinct from 0`;

/**
 * Asserts that every column that a list can be filtered, ordered or searched by has an index that begins with it.
 * `client` is connected to the subgraph's migrated database.
 */
export async function expectFilterableColumnsIndexed(
  models: readonly AnyReadModel[],
  client: Pick<Client, 'query'>,
): Promise<void> {
  const { rows } = await client.query<Index>(
    'select tablename as "table", indexdef as "definition" from pg_indexes where schemaname = current_schema()',
  );
  const needs = (models as readonly ReadModel<never>[]).filter(({ table }) => table !== undefined).flatMap(needsOf);
  expect(needs.filter((need) => !rows.some((index) => serves(index, need))).map(({ place }) => place)).toEqual([]);
  expect((await client.query<{ name: string }>(countedSlips)).rows).toEqual([]);
}

function needsOf(model: ReadModel<never>): Need[] {
  const { filter = [], order = [], search, searchRestricted } = model.options;
  const table = model.table!;
  const column = (property: string): string => model.column(property).name;
  return [
    ...filter.map((property) => ({ place: `${model.name}.${property} (filter)`, table, column: column(property) })),
    ...order.map((property) => ({
      place: `${model.name}.${property} (order)`,
      table,
      column: column(property),
      orders: true,
    })),
    ...(search === undefined ? [] : [search]).flatMap((property) => [
      {
        place: `${model.name}.${property} (typing errors)`,
        table,
        column: `search_text(${column(property)}) gin_trgm_ops`,
      },
      { place: `${model.name} (full text)`, table, column: 'search_vector' },
      { place: `${model.name} (slips)`, table, column: 'slip_vector(search_vector)' },
    ]),
    ...(searchRestricted === undefined
      ? []
      : [{ place: `${model.name} (words that not all may read)`, table, column: 'restricted_search_vector' }]),
  ];
}

/** A partial index serves no one. Lists that hang below a row are ordered within what they hang below. */
function serves({ table, definition }: Index, need: Need): boolean {
  const columns = / USING \w+ \((.*)\)$/.exec(definition)?.[1]?.replaceAll('"', '');
  if (table !== need.table || columns === undefined || definition.includes(' WHERE ')) return false;
  return `${columns}, `.startsWith(`${need.column}, `) || (!!need.orders && columns.includes(`, ${need.column}, id`));
}
