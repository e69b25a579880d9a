import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * As it was, and categories come in the order of the framework: their place in a measurement depends on its level, so
 * where authorities of several levels take part it gave no order.
 */
const cohortMaturity = `create or replace function cohort_maturity(p_authority_ids text[], p_overlapping text[], p_comparable boolean,
    p_ref text, p_edition text, p_level text, p_minimum integer, p_with_categories boolean) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
  declare
    least_authorities constant integer := greatest(p_minimum, 3);
    answer jsonb;
  begin
    if p_comparable is not true or p_overlapping is null then
      return jsonb_build_object('__typename', 'AggregateSuppressed', 'reason', 'NOT_COMPARABLE');
    end if;
    with member as materialized (
      select number, authority_id from unnest(p_overlapping) with ordinality as other (ids, number)
        cross join lateral string_to_table(ids, ' ') as authority_id),
    latest as materialized (
      select distinct on (m.authority_id) m.authority_id, m.target_level, m.total, m.category_ids, m.category_maturities,
        m.authority_id in (select unnest(p_authority_ids)) as is_own
      from public.maturity_measurement m join public.framework f on f.id = m.framework_id
      where f.ref = p_ref and f.edition = p_edition and m.state <> 'OPEN'
        and m.authority_id in (select unnest(p_authority_ids) union select authority_id from member)
        and not exists (select from public.maturity_measurement later
          where later.authority_id = m.authority_id and later.supersedes_id = m.id and later.state <> 'OPEN')
      order by m.authority_id, m.measured_on desc, m.id desc),
    levels as (select target_level, count(*) as n from latest where is_own group by target_level),
    taking_part as (select *, is_own and (p_level is null or target_level = p_level) as is_taken from latest),
    -- the total has no id
    figure as materialized (
      select authority_id, target_level, is_taken, '' as id, total::double precision as value from taking_part
      union all
      select authority_id, target_level, is_taken, c.id, (c.figure ->> 'value')::double precision
      from taking_part cross join lateral rows from (
        jsonb_array_elements_text(category_ids), jsonb_array_elements(category_maturities)
      ) as c (id, figure)
      where p_with_categories and c.figure ->> 'value' is not null),
    own as materialized (
      select id, count(*) as n, jsonb_build_object(
        'lower', round((percentile_cont(0.25) within group (order by value))::numeric, 1),
        'median', round((percentile_cont(0.5) within group (order by value))::numeric, 1),
        'upper', round((percentile_cont(0.75) within group (order by value))::numeric, 1)) as figures
      from figure where is_taken group by id having count(*) >= least_authorities),
    subtractable as (
      select own.id from own join figure using (id) join member using (authority_id)
      group by own.id, own.n, number, grouping sets ((), (target_level))
      having count(*) filter (where is_taken) = own.n and count(*) - own.n between 1 and least_authorities - 1),
    shown as (select * from own where id not in (select id from subtractable))
    select jsonb_build_object('__typename', 'MaturityAggregate', 'n', n, 'total', figures,
      'categories', case when p_with_categories then (
        select coalesce(jsonb_agg(jsonb_build_object('id', id, 'maturity', figures) order by place), '[]')
        from shown left join lateral (select min(c.position) as place
          from public.control c join public.framework f on f.id = c.framework_id
          where f.ref = p_ref and f.edition = p_edition and c.category = shown.id) as listed on true
        where id <> '') end)
    into answer
    from shown
    where id = '' and (p_level is null or not exists (select from levels where n < least_authorities));
    return coalesce(answer, jsonb_build_object('__typename', 'AggregateSuppressed', 'reason', 'TOO_FEW'));
  end $$`;

export class CategoriesInOrder1763924000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(cohortMaturity);
  }

  async down(): Promise<void> {
    throw new Error('An order that was none is not brought back.');
  }
}
