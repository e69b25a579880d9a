import type { MigrationInterface, QueryRunner } from 'typeorm';
import { cloneDatabase } from '../../test/database.js';
import type { DatabaseUrls } from '../graphql/subgraph.js';
import { withConnection } from './connect.js';
import { databaseOf, ownDatabaseUrls } from './database-url.js';
import { migrate } from './migrate.js';
import { grantServing } from './serving-grants.js';
import { refuseUnsafeServingRole } from './serving-role.js';

class Notes1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Long enough for a second process to arrive.
    await runner.query('select pg_sleep(0.2)');
    await runner.query('create table note (id text primary key)');
    await runner.query('create table hidden (id text primary key)');
    for (const statement of grantServing(['note'], 'select, insert')) await runner.query(statement);
  }
  async down(): Promise<void> {}
}

class Broken1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table half (id text primary key)');
    await runner.query('select 1 / 0');
  }
  async down(): Promise<void> {}
}

const empty = { name: 'community', holds: 'nothing', migrate: async () => undefined } as const;
const migrations = [Notes1700000000000];

const rows = (url: string, statement: string): Promise<unknown[]> =>
  withConnection(url, async (client) => (await client.query<Record<string, unknown>>(statement)).rows);
const refusal = (url: string, statement: string): Promise<string> =>
  rows(url, statement).then(
    () => 'allowed',
    (error: Error) => error.message,
  );

let urls: DatabaseUrls;

beforeEach(async () => {
  urls = await cloneDatabase(empty);
});

describe('migrate', () => {
  it('runs each migration once when several processes start together', async () => {
    await Promise.all([migrate({ urls, migrations }), migrate({ urls, migrations }), migrate({ urls, migrations })]);
    expect(await rows(urls.owner, 'select name from migration')).toEqual([{ name: 'Notes1700000000000' }]);
  });

  it('lets the serving role do what the migrations said, and no more', async () => {
    await migrate({ urls, migrations });
    expect(await refusal(urls.server, `insert into note values ('a')`)).toBe('allowed');
    expect(await refusal(urls.server, 'delete from note')).toMatch('permission denied for table note');
    expect(await refusal(urls.server, 'select * from hidden')).toMatch('permission denied for table hidden');
    expect(await refusal(urls.server, 'create table mine (id text)')).toMatch('permission denied for schema public');
  });

  it('leaves nothing of a migration that fails, and goes on there the next time', async () => {
    await expect(migrate({ urls, migrations: [...migrations, Broken1700000000001] })).rejects.toThrow(
      'division by zero',
    );
    expect(await rows(urls.owner, `select to_regclass('note') as note, to_regclass('half') as half`)).toEqual([
      { note: 'note', half: null },
    ]);
    await migrate({ urls, migrations });
  });

  it('serves a single URL by a role that it makes, which owns nothing', async () => {
    const own = ownDatabaseUrls(urlOfSuperuser(urls.owner));
    await migrate({ urls: own, migrations });
    const role = `${databaseOf(urls.owner)}_server`;
    expect(await rows(own.server, 'select current_user::text as role')).toEqual([{ role }]);
    expect(await refusal(own.server, 'select * from hidden')).toMatch('permission denied');
    await refuseUnsafeServingRole(own.server);
    await rows(own.owner, `drop owned by ${role}`);
    await rows(own.owner, `drop role ${role}`);
  });

  it('says what is the matter when the user does not own the database, and writes nothing', async () => {
    const stranger = { ...urls, owner: urls.server };
    await expect(migrate({ urls: stranger, migrations })).rejects.toThrow(
      /does not belong to ".+", who brings it up to date: let an administrator run ALTER DATABASE .+ OWNER TO/,
    );
    expect(await rows(urls.owner, `select from pg_tables where schemaname = 'public'`)).toEqual([]);
  });

  it('says what an administrator must do when the owner may not make the serving role', async () => {
    const role = `${databaseOf(urls.owner)}_server`;
    await expect(migrate({ urls: ownDatabaseUrls(urls.owner), migrations })).rejects.toThrow(
      `let an administrator run CREATE ROLE ${role} NOLOGIN and GRANT ${role} TO the owner.`,
    );
  });

  it('says so too when the role is there, and the owner may not switch to it', async () => {
    const role = `${databaseOf(urls.owner)}_server`;
    const superuser = urlOfSuperuser(urls.owner);
    await rows(superuser, `create role ${role} nologin`);
    await expect(migrate({ urls: ownDatabaseUrls(urls.owner), migrations })).rejects.toThrow(
      `has a role "${role}" to which its owner may not switch: let an administrator run GRANT ${role} TO the owner.`,
    );
    await rows(superuser, `drop role ${role}`);
  });

  it('refuses to serve as superuser or as owner', async () => {
    await migrate({ urls, migrations });
    await expect(refuseUnsafeServingRole(urls.owner)).rejects.toThrow('owns tables');
    await expect(refuseUnsafeServingRole(urlOfSuperuser(urls.owner))).rejects.toThrow('is a superuser');
    await expect(refuseUnsafeServingRole(urls.server)).resolves.toBeUndefined();
  });

  it('names the database, and no password, when it does not answer', async () => {
    const url = new URL(urls.owner);
    url.port = '1';
    await expect(migrate({ urls: { owner: url.toString(), server: url.toString() }, migrations })).rejects.toThrow(
      `The database "${databaseOf(urls.owner)}" at 127.0.0.1:1 cannot be used: connect ECONNREFUSED 127.0.0.1:1.`,
    );
  });
});

const urlOfSuperuser = (url: string): string => Object.assign(new URL(url), { username: 'postgres' }).toString();
