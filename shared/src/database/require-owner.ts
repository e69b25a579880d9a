import { StartError } from '../config/index.js';
import { withConnection } from './connect.js';
import { databaseOf, placeOf } from './database-url.js';

const mayMakeTables = `select current_user as "user", has_schema_privilege('public', 'CREATE') as may`;

/** Throws a StartError when the user may make no tables there: since PostgreSQL 15 only the owner of a database may. */
export const requireOwner = (url: string): Promise<void> =>
  withConnection(url, async (client) => {
    const { rows } = await client.query<{ user: string; may: boolean }>(mayMakeTables);
    const [{ user, may }] = rows as [{ user: string; may: boolean }];
    if (may) return;
    throw new StartError(
      `The database ${placeOf(url)} does not belong to "${user}", who brings it up to date: let an administrator run ` +
        `ALTER DATABASE ${databaseOf(url)} OWNER TO ${user}, or name the owner in the variable that ends in _MIGRATION_URL.`,
    );
  });
