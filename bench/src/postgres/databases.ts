import { randomBytes } from 'node:crypto';
import { withConnection } from '@lokaal/shared/database';
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { BenchPostgres, Login } from './bench-postgres.js';

const newLogin = (user: string): Login => ({ user, password: randomBytes(24).toString('base64url') });

/** Makes a database that belongs to a new role, and the other roles that may log in to it. */
export async function createDatabase(
  postgres: BenchPostgres,
  database: string,
  roles: readonly string[],
): Promise<Login[]> {
  const logins = roles.map(newLogin);
  await withConnection(postgres.urlOf('postgres', postgres.superuser), async (client) => {
    for (const { user, password } of logins)
      await client.query(`create role ${escapeIdentifier(user)} login password ${escapeLiteral(password)}`);
    await client.query(`create database ${escapeIdentifier(database)} owner ${escapeIdentifier(roles[0] ?? database)}`);
  });
  return logins;
}
