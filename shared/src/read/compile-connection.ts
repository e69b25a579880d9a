import { auditOfList } from './audited.js';
import type { Condition } from './condition.js';
import { asSql } from './condition.js';
import type { ReadRow } from './columns.js';
import { compileFacets, countedRows } from './compile-facets.js';
import { compilePageInfo, cursorIn } from './compile-page-info.js';
import { type List, listOf, tableOf } from './list.js';
import { checkCursors, isOfPage, pageRows, rowNumber } from './page-rows.js';
import type { Source } from './place.js';
import { objectTypeOf, type Selected } from './scope.js';
import { constant, identifier, jsonList, jsonObject, type Sql, sql } from './sql.js';

/** A connection of a model's rows. */
export const compileConnection = (source: Source, selected: Selected, belongs: (row: ReadRow) => Condition): Sql =>
  compilePage(listOf(source, selected, belongs));

/** One page of a list: its nodes and edges, its page info, count and facets, as far as they are selected. */
export function compilePage(list: List): Sql {
  const { selected } = list;
  const type = objectTypeOf(selected);
  const { fields, typenames } = list.scope.select(type, selected.nodes);
  const paged = fields.filter(({ name }) => name === 'nodes' || name === 'edges' || name === 'pageInfo');
  const wantsMore = paged.some((field) => field.name === 'pageInfo');
  const counted = countedRows(list, fields);
  const pairs = [
    ...typenames.map((key): [string, Sql] => [key, constant(type.name)]),
    ...fields.map((field): [string, Sql] => [field.key, compilePart({ list, counted, wantsMore }, field)]),
    ...auditOfList(list, fields),
  ];
  const within = counted.definitions ? sql`with ${counted.definitions} ` : sql``;
  if (paged.length === 0) {
    checkCursors(list);
    return sql`(${within}select ${jsonObject(pairs)})`;
  }
  // one row for the whole page, also when nothing that is selected counts or collects its rows
  const page = sql`${pageRows(list, wantsMore)} ${identifier(list.alias)} having true`;
  return sql`(${within}select ${jsonObject(pairs)} from ${page})`;
}

interface Page {
  readonly list: List;
  /** The list for what counts its rows. */
  readonly counted: List;
  /** Whether a row more is read, to know whether there are more. */
  readonly wantsMore: boolean;
}

function compilePart({ list, counted, wantsMore }: Page, part: Selected): Sql {
  if (part.name === 'nodes') return rowsOf(list, list.object(part), wantsMore);
  if (part.name === 'edges') return rowsOf(list, compileEdge(list, part), wantsMore);
  if (part.name === 'pageInfo') return compilePageInfo(list, part);
  if (part.name === 'totalCount') return countOf(counted);
  return compileFacets(counted, part);
}

const countOf = (list: List): Sql => sql`(select count(*) from ${tableOf(list)} where ${asSql(list.condition)})`;

function compileEdge(list: List, part: Selected): Sql {
  const type = objectTypeOf(part);
  const { fields, typenames } = list.scope.select(type, part.nodes);
  return jsonObject([
    ...typenames.map((key): [string, Sql] => [key, constant(type.name)]),
    ...fields.map((field): [string, Sql] => [field.key, field.name === 'node' ? list.object(field) : cursorIn(list)]),
  ]);
}

/** The page's rows as a list: without the extra row, and in the list's own order when they were read backwards. */
function rowsOf(list: List, value: Sql, wantsMore: boolean): Sql {
  const number = rowNumber(list);
  if (!wantsMore) return list.backwards ? jsonList(value, sql`${number} desc`) : jsonList(value);
  const order = list.backwards ? sql`${number} desc` : number;
  return sql`coalesce(json_agg(${value} order by ${order}) filter (where ${isOfPage(list)}), '[]'::json)`;
}
