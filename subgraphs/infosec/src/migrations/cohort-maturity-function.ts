export const cohortMaturitySignature = 'cohort_maturity(text[], boolean, text, text, text, integer, boolean)';

/** Lower quartile, median and upper quartile, rounded to one decimal: nothing else of a group is published. */
const quartiles = (value: string): string => `jsonb_build_object(
        'lower', round((percentile_cont(0.25) within group (order by ${value}))::numeric, 1),
        'median', round((percentile_cont(0.5) within group (order by ${value}))::numeric, 1),
        'upper', round((percentile_cont(0.75) within group (order by ${value}))::numeric, 1))`;

/**
 * The only way by which the serving role learns something of other authorities: medians and quartiles of a group, and its
 * size, where enough authorities take part. The guard is inside, so that no caller can leave it out:
 * - never under three authorities, whatever minimum is asked for; each counts once, with its latest submitted measurement;
 * - for one level only where every level that occurs has enough: else the whole group without it would tell the rest;
 * - a category that too few of them have in scope is left out.
 * It runs as the owner, who has a policy for just this; public may not call it.
 */
export const cohortMaturity = (): string[] => [
  `create policy aggregates on maturity_measurement for select to current_user using (true)`,
  `create function cohort_maturity(p_authority_ids text[], p_comparable boolean, p_ref text, p_edition text, p_level text,
      p_minimum integer, p_with_categories boolean) returns jsonb
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
    declare
      least_authorities constant integer := greatest(p_minimum, 3);
      answer jsonb;
    begin
      if p_comparable is not true then
        return jsonb_build_object('__typename', 'AggregateSuppressed', 'reason', 'NOT_COMPARABLE');
      end if;
      with latest as materialized (
        select distinct on (m.authority_id) m.target_level, m.total, m.category_ids, m.category_maturities
        from public.maturity_measurement m join public.framework f on f.id = m.framework_id
        where f.ref = p_ref and f.edition = p_edition and m.authority_id = any (p_authority_ids) and m.state <> 'OPEN'
          and not exists (select from public.maturity_measurement later
            where later.authority_id = m.authority_id and later.supersedes_id = m.id and later.state <> 'OPEN')
        order by m.authority_id, m.measured_on desc, m.id desc),
      levels as (select target_level, count(*) as n from latest group by target_level),
      taken as (select * from latest where p_level is null or target_level = p_level)
      select jsonb_build_object('__typename', 'MaturityAggregate', 'n', count(*), 'total', ${quartiles('total')},
        'categories', case when p_with_categories then (
          select coalesce(jsonb_agg(jsonb_build_object('id', id, 'maturity', figures) order by place), '[]') from (
            select c.id, min(c.place) as place, ${quartiles(`(c.figure ->> 'value')::double precision`)} as figures
            from taken cross join lateral rows from (
              jsonb_array_elements_text(taken.category_ids), jsonb_array_elements(taken.category_maturities)
            ) with ordinality as c (id, figure, place)
            group by c.id
            having count(c.figure ->> 'value') >= least_authorities) category) end)
      into answer
      from taken
      having count(*) >= least_authorities
        and (p_level is null or not exists (select from levels where n < least_authorities));
      return coalesce(answer, jsonb_build_object('__typename', 'AggregateSuppressed', 'reason', 'TOO_FEW'));
    end $$`,
];
