/**
 * What the serving role may do, written down by migrations and applied after them. Kept apart from GRANT itself,
 * because the serving role may change: another login, or a dump restored on a server with other roles.
 */
export const grantTable = `create table if not exists serving_grant (
  table_name name primary key,
  privileges text not null check (privileges ~ '^(select|insert|update|delete)(, (select|insert|update|delete))*$'))`;

/**
 * Statements for a migration: the serving role gets these privileges on these tables.
 * Tables without it stay out of the server's reach.
 */
export const grantServing = (tables: readonly string[], privileges = 'select, insert, update, delete'): string[] =>
  tables.map(
    (table) =>
      `insert into serving_grant (table_name, privileges) values ('${table}', '${privileges}')
        on conflict (table_name) do update set privileges = excluded.privileges`,
  );
