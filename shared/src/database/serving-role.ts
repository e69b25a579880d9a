import { escapeIdentifier, type Client } from 'pg';
import { StartError } from '../config/index.js';
import type { DatabaseUrls } from '../graphql/subgraph.js';
import { withConnection } from './connect.js';
import { databaseOf, placeOf, servingRole, switchesRole } from './database-url.js';

/** Runs a statement that only some users may; throws a StartError that tells what an administrator must do instead. */
async function administer(client: Client, { url, statement, obstacle }: Administration): Promise<void> {
  try {
    await client.query(statement);
  } catch (cause) {
    throw new StartError(`The database ${placeOf(url)} ${obstacle}.`, { cause });
  }
}

interface Administration {
  readonly url: string;
  readonly statement: string;
  /** What stands in the way, and what an administrator does about it. */
  readonly obstacle: string;
}

const missing = (role: string): string =>
  `needs a role "${role}" that serves, and its owner may not make it: ` +
  `let an administrator run CREATE ROLE ${role} NOLOGIN and GRANT ${role} TO the owner`;

const barred = (role: string): string =>
  `has a role "${role}" to which its owner may not switch: let an administrator run GRANT ${role} TO the owner`;

/** True when the connected user may already switch to the role, as a member or as superuser. */
async function maySwitchTo(client: Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(`select pg_has_role(current_user, $1, 'SET') as may`, [role]);
  return rows[0]?.may ?? false;
}

/** Makes the role that serving connections switch to, where it is missing. A login of its own must be there already. */
export async function ensureServingRole(urls: DatabaseUrls): Promise<void> {
  const role = servingRole(urls.server);
  const [name, url] = [escapeIdentifier(role), urls.owner];
  await withConnection(url, async (client) => {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rowCount === 0)
      await administer(client, { url, statement: `create role ${name} nologin`, obstacle: missing(role) });
    if (!switchesRole(urls.server) || (await maySwitchTo(client, role))) return;
    // INHERIT FALSE: the owner may become the serving role, and gains nothing by it.
    const statement = `grant ${name} to current_user with inherit false, set true`;
    await administer(client, { url, statement, obstacle: barred(role) });
  });
}

const grants = (role: string, database: string): string => `
  begin;
  grant connect on database ${escapeIdentifier(database)} to ${escapeIdentifier(role)};
  grant usage on schema public to ${escapeIdentifier(role)};
  revoke all on all tables in schema public from ${escapeIdentifier(role)};
  do $$ declare entry serving_grant; callable serving_execute_grant; begin
    for entry in select * from serving_grant where to_regclass(quote_ident(table_name)) is not null loop
      execute format('grant %s on %I to %I', entry.privileges, entry.table_name, ${quoted(role)});
    end loop;
    for callable in select * from serving_execute_grant where to_regprocedure(signature) is not null loop
      execute format('grant execute on function %s to %I', to_regprocedure(callable.signature), ${quoted(role)});
    end loop;
  end $$;
  commit`;

const quoted = (text: string): string => `'${text.replaceAll(`'`, `''`)}'`;

/** Gives the serving role what `serving_grant` says and nothing else, in one step that running servers do not notice. */
export const applyServingGrants = (urls: DatabaseUrls): Promise<void> =>
  withConnection(urls.owner, async (client) => {
    await client.query(grants(servingRole(urls.server), databaseOf(urls.owner)));
  });

interface Dangers {
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
}

const dangers = `select rolsuper as superuser, rolbypassrls as bypasses,
  exists (select from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
    and pg_has_role(current_user, relowner, 'USAGE')) as owns
  from pg_roles where rolname = current_user`;

/**
 * Throws a StartError when the serving role could see past row level security: as superuser, with BYPASSRLS,
 * or as (heir of) an owner of tables. Meant for the start of every server; in production there is no way around it.
 */
export const refuseUnsafeServingRole = (serverUrl: string): Promise<void> =>
  withConnection(serverUrl, async (client) => {
    const { superuser, bypasses, owns } = (await client.query<Dangers>(dangers)).rows[0] ?? {};
    const reason = superuser ? 'is a superuser' : bypasses ? 'has BYPASSRLS' : owns ? 'owns tables' : undefined;
    if (reason !== undefined)
      throw new StartError(
        `The role "${servingRole(serverUrl)}" of database ${placeOf(serverUrl)} ${reason}: ` +
          `serve with a role that owns nothing and cannot bypass row level security.`,
      );
  });
