import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = [
  // what staff changed is theirs: reference data, which is loaded at each start, leaves it alone
  `alter table municipality add column kept_by_staff boolean not null default false`,
  `alter table organisation add column kept_by_staff boolean not null default false`,
  `alter table organisation add column ended_on date, add check (ended_on is null or status <> 'ACTIVE')`,
];

const currentMunicipality = `
  create function current_municipality(start text) returns text language sql stable parallel safe
  return (
    with recursive chain as (
      select id, successor_id from municipality where id = start
      union
      select next.id, next.successor_id from municipality as next join chain on next.id = chain.successor_id)
    select id from chain where successor_id is null)`;

/** A parent, a merger or a successor never leads back to where it began: the services ask first, this is the wall behind them. */
const cycles = [
  `create function refuse_cycle() returns trigger language plpgsql as $$
    declare leads_back boolean;
    begin
      -- of two changes at once that close a circle together, neither sees the other
      perform pg_advisory_xact_lock(hashtextextended('lokaal:' || tg_table_name || '.' || tg_argv[0], 0));
      execute format(
        'with recursive chain as (
          select %1$I as id from %2$I where id = $1
          union select next.%1$I from %2$I as next join chain on next.id = chain.id)
        select exists (select from chain where id = $1)', tg_argv[0], tg_table_name)
        into leads_back using new.id;
      if leads_back then
        raise check_violation using message = 'leads back to itself',
          constraint = tg_table_name || '_' || tg_argv[0] || '_leads_on';
      end if;
      return null;
    end $$`,
  ...[
    ['organisation', 'parent_id'],
    ['organisation', 'merged_into_id'],
    ['municipality', 'successor_id'],
  ].map(
    ([table, column]) => `create trigger ${table}_${column}_leads_on after insert or update of ${column} on ${table}
      for each row when (new.${column} is not null) execute function refuse_cycle('${column}')`,
  ),
];

/** Territory and organisations that change: what staff keep, what ended when, and no cycles. */
export class Territory1763901000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...columns, currentMunicipality, ...cycles]) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('What staff keep of territory is not undone: restore a backup instead.');
  }
}
