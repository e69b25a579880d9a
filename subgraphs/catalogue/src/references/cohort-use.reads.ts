import { type CohortKey, suppressed } from '@lokaal/shared/cohort';
import { constant, identifier, type Row, type Sql, sql } from '@lokaal/shared/read';

/** Figures of what authorities use, one for each value that they may have in common. */
export interface Use {
  /** GraphQL type of the answer, its list, and what each element of that is a figure of: also the table of the values. */
  readonly type: string;
  readonly list: string;
  readonly value: 'solution' | 'standard';
  /** Whose values count: rows of authority_id and the value's id, from items in use. */
  readonly used: (items: Sql) => Sql;
}

/** Of all authorities, not of those of one group: a statement works it out once for all groups that it is asked for. */
const itemsInUse = sql`(select authority_id, solution_id, version_id from portfolio_item where status = 'IN_USE') as item`;

/** What an authority needs for taking part: something in use. It is counted as the value without id. */
const figuresOf = ({ used }: Use): Sql =>
  sql`select authority_id, '' as id from ${itemsInUse} union ${used(itemsInUse)}`;

/**
 * Which values how many authorities of the group have, where that tells of no few of them: of each value, and of taking
 * part, at least the minimum of distinct authorities; and no other group has the same ones and one to four more, who would
 * be told by subtraction. What is told goes in steps of the minimum, so that groups which together make up a larger one do
 * not tell of a hidden one of them either. Items count whoever may see them: no authority is named.
 */
export function guardedUse(
  cohort: Row<CohortKey>,
  use: Use,
  { minimum, first }: Record<'minimum' | 'first', Sql>,
): Sql {
  const { authorityIds, overlapping, comparable } = cohort;
  const element = sql`jsonb_build_object(${constant(use.value)}, best.id, 'authorities', best.told, 'share', best.share)`;
  return sql`case when ${comparable} is not true or ${overlapping} is null then ${suppressed('NOT_COMPARABLE')} else coalesce((
    with used as materialized (${figuresOf(use)}),
    own as materialized (
      select id, count(*) as n from used where authority_id in (select unnest(${authorityIds}))
      group by id having count(*) >= ${minimum}),
    member as materialized (
      select number, authority_id, authority_id = any (${authorityIds}) as is_own
      from unnest(${overlapping}) with ordinality as other (ids, number)
        cross join lateral string_to_table(ids, ' ') as authority_id),
    subtractable as (
      select id from own join used using (id) join member using (authority_id) group by id, number, n
      having count(*) filter (where is_own) = n and count(*) filter (where not is_own) between 1 and ${minimum} - 1),
    shown as materialized (select id, n, n - n % ${minimum} as told from own where id not in (select id from subtractable))
    select jsonb_build_object('__typename', ${constant(use.type)}, 'n', total.n, ${constant(use.list)}, (
      select coalesce(jsonb_agg(${element} order by best.told desc, best.name, best.id), '[]') from (
        select shown.id, shown.told, named.name, round(100.0 * shown.told / total.n, 1) as share
        from shown join ${identifier(use.value)} as named using (id)
        order by shown.told desc, named.name, shown.id limit ${first}) as best))
    from shown as total where total.id = ''), ${suppressed('TOO_FEW')}) end`;
}
