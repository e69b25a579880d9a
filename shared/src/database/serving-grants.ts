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

/** As `grantTable`, for functions: by the signature that names them, for example 'members(text, integer)'. */
export const executeGrantTable = `create table if not exists serving_execute_grant (signature text primary key)`;

/**
 * Statements for a migration: these functions may be called by the serving role, and by nobody else but their owner.
 * For functions that run with their owner's rights; PostgreSQL gives every function to everybody.
 */
export const grantExecute = (signatures: readonly string[]): string[] =>
  signatures.flatMap((signature) => [
    `revoke execute on function ${signature} from public`,
    `insert into serving_execute_grant (signature) values ('${signature}') on conflict do nothing`,
  ]);
