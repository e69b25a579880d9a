import { badArgument } from '../arguments/index.js';
import type { ReadRow } from './columns.js';
import { type Search, searchIn, type Sought, soughtIn } from './compile-search.js';
import { compileRow } from './compile-row.js';
import { allOf, asSql, type Condition } from './condition.js';
import { orderTerm } from './cursor.js';
import { type List, pageOf } from './list.js';
import type { ReadModel } from './model.js';
import type { Scope, Selected } from './scope.js';
import { byRelevance, matchColumns, searchedRows } from './searched-rows.js';
import type { SearchModel } from './search-model.js';
import { constant, identifier, join, type Sql, sql } from './sql.js';

/** What a root field with the arguments `text` and `types` finds in several models, the best match first. */
export function foundBy(scope: Scope, model: SearchModel, selected: Selected): List {
  const alias = scope.alias();
  const row: ReadRow = model.row(alias);
  const asked = askedIn(scope, selected);
  const members = [...model.members].map(([type, member]) => searched(scope, asked, { type, member }));
  const { name, definitions } = searchedRows(scope, (way, more) =>
    join(
      members.map((rows) => rows(way, more)),
      ' union all ',
    ),
  );
  const order = [byRelevance(alias), orderTerm(row.id!, model.column('id'), true)];
  const place = { scope, model: model as never, row };
  const list = { ...place, selected, alias, order, object: objectIn(scope, model, row), ...pageOf(scope, selected) };
  return { ...list, table: name, definitions, condition: 'always' };
}

interface Member {
  readonly type: string;
  readonly member: ReadModel<never>;
}

type RowsFound = (way: keyof Search, more: Condition) => Sql;

/** The rows of one model that are found: those that the viewer may see, when its type is asked for. */
function searched(scope: Scope, { sought, types }: Asked, { type, member }: Member): RowsFound {
  scope.models.add(member);
  const alias = scope.alias();
  const row: ReadRow = member.row(alias);
  const search = searchIn({ scope, model: member, row }, sought);
  const isAsked = types ? sql`${constant(type)} = any(${types})` : 'always';
  const condition = allOf(isAsked, member.options.visible(scope.viewer, row as never));
  return (way, more) => {
    const where = asSql(allOf(condition, search[way].holds, more));
    const columns = join(matchColumns(search[way], true), ', ');
    return sql`select ${constant(type)} as "type", ${row.id!} as "id", ${columns} from ${identifier(member.table!)} ${identifier(alias)} where ${where}`;
  };
}

interface Asked {
  readonly sought: Sought;
  /** Names of the models that are searched; absent for all of them. */
  readonly types?: Sql;
}

function askedIn(scope: Scope, selected: Selected): Asked {
  const { text, types } = scope.structure(selected);
  if (typeof text !== 'string' || text.trim() === '') throw badArgument('text', 'holds no word to search for');
  return {
    sought: soughtIn(scope, selected, 'text'),
    ...(Array.isArray(types) && { types: scope.argument(selected, ['types'], { type: 'text[]' }) }),
  };
}

/** A row that was found, read from its own model: under the same rule of who sees it. */
const objectIn =
  (scope: Scope, { members }: SearchModel, row: ReadRow) =>
  (part: Selected): Sql => {
    const cases = [...members].map(([type, member]) => {
      const object = compileRow({ scope, model: member }, part, (target) => target.id!.is(row.id!));
      return sql`when ${constant(type)} then ${object}`;
    });
    return sql`case ${row.type!} ${join(cases, ' ')} end`;
  };
