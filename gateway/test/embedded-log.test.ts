import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { claimEmbeddedDatabase, type EmbeddedDatabase } from '../src/embedded/embedded-database.js';

let folder: string;
let database: EmbeddedDatabase | undefined;

beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'lokaal-log-'))));
afterEach(() => database?.stop());
afterAll(() => rm(folder, { recursive: true, force: true }));

it.each(['new', 'existing'])(
  'the log of a %s embedded database holds a line for what fails, and no text of it',
  async () => {
    database = await (await claimEmbeddedDatabase(folder))();
    const client = new Client({ connectionString: database.urls.community.owner });
    await client.connect();
    await client.query('create temporary table address (email text unique)');
    await client.query(`insert into address values ('marker')`);
    await expect(client.query(`insert into address values ('marker')`)).rejects.toThrow('address_email_key');
    await client.query('set statement_timeout = 1');
    await expect(client.query(`select pg_sleep(5), '${'marker'.repeat(5000)}'`)).rejects.toThrow('timeout');
    await client.end();
    const log = await readFile(join(folder, 'postgres.log'), 'utf8');
    expect(log).toContain('canceling statement due to statement timeout');
    expect(log).not.toContain('marker');
  },
);
