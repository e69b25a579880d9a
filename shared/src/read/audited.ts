import { allOf, asSql, type Condition } from './condition.js';
import { auditKey, ownersKey } from './keys.js';
import { type List, tableOf } from './list.js';
import type { Place } from './place.js';
import type { Selected } from './scope.js';
import { type Sql, sql } from './sql.js';

/** Whether a read of the row by this viewer is put on record. */
function isAudited({ scope, model, row }: Place): Condition {
  const { confidential, audited } = model.options;
  return confidential ? 'always' : (audited?.(scope.viewer, row as never) ?? 'never');
}

/** The hidden member by which an object says that it was read, when that is to be on record. */
export function auditOfRow(place: Place): [string, Sql][] {
  const audited = isAudited(place);
  if (audited === 'never') return [];
  place.scope.onRecord.add(place.model);
  const id = place.row.id!;
  return [[auditKey, audited === 'always' ? id : sql`case when ${audited} then ${id} end`]];
}

/**
 * The hidden members of a connection: edges and page info tell of rows without an object of them, the row beyond the page
 * included; a count or a facet tells of their owners' rows without any.
 */
export function auditOfList(list: List, parts: readonly Selected[]): [string, Sql][] {
  const audited = isAudited(list);
  if (audited === 'never') return [];
  const has = (...names: string[]): boolean => parts.some(({ name }) => names.includes(name));
  const members: [string, Sql][] = [];
  if (has('edges', 'pageInfo'))
    members.push([auditKey, sql`json_agg(${list.row.id!}) filter (where ${asSql(audited)})`]);
  // confidential rows are of the viewer's own authorities
  if (has('totalCount', 'facets') && !list.model.options.confidential)
    members.push([ownersKey, ownersIn(list, audited)]);
  if (members.length > 0) list.scope.onRecord.add(list.model);
  return members;
}

const ownersIn = (list: List, audited: Condition): Sql =>
  sql`(select json_agg(distinct ${list.row.authorityId!}) from ${tableOf(list)} where ${asSql(allOf(list.condition, audited))})`;
