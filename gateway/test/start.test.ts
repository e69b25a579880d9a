import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartProcess } from './start-process.js';

let top: string;
let folder: string;
const started: StartProcess[] = [];

function start(variables: NodeJS.ProcessEnv = {}): StartProcess {
  const process = new StartProcess({ DATA_DIR: folder, ...variables });
  started.push(process);
  return process;
}

/** The pid of the embedded server, from the file that the server itself keeps. */
const serverPid = async (): Promise<number> =>
  Number.parseInt(await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8'), 10);

const isReady = async (url: string): Promise<boolean> => (await fetch(`${url}/readyz`)).ok;

beforeAll(async () => {
  top = await mkdtemp(join(tmpdir(), 'lokaal-start-'));
  folder = join(top, 'new', 'data');
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((process) => process.stop('SIGKILL')));
});

afterAll(() => rm(top, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 }));

describe('npm start', () => {
  it('serves from a new folder that nobody else may read, and stops in order on SIGTERM', async () => {
    const process = start();
    expect(await isReady(await process.ready())).toBe(true);
    expect(process.output).toMatch(/community +285 municipalities, 27 former municipalities, \d/);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'secrets.json'))).mode & 0o777).toBe(0o600);
    expect(await process.stop('SIGTERM')).toBe(0);
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false);
    expect(await readdir(folder)).toEqual(['format.json', 'postgres', 'postgres.log', 'secrets.json']);
  });

  it('serves again after both it and its database were killed', async () => {
    const killed = start();
    await killed.ready();
    const database = await serverPid();
    await killed.stop('SIGKILL');
    try {
      process.kill(database, 'SIGKILL');
    } catch {
      // Its watchdog was quicker.
    }
    const next = start();
    expect(await isReady(await next.ready())).toBe(true);
    expect(await next.stop('SIGINT')).toBe(0);
  });

  it('takes the signal of a terminal, which npm passes on once more, as one', async () => {
    const running = start();
    await running.ready();
    running.kill('SIGINT');
    await running.says(/Stopping/);
    expect(await running.stop('SIGINT')).toBe(0);
  });

  it('starts its database again when that ends unasked', async () => {
    const running = start();
    const url = await running.ready();
    const before = await serverPid();
    process.kill(before, 'SIGQUIT');
    let after = before;
    while (after === before || Number.isNaN(after) || !(await isReady(url))) after = await serverPid().catch(() => NaN);
    expect(await running.stop()).toBe(0);
  });

  it('refuses a data folder that another instance uses, and leaves that one alone', async () => {
    const first = start();
    const url = await first.ready();
    const second = start();
    expect(await second.end()).toBe(1);
    expect(second.output.trim()).toBe(
      `Another instance (process ${first.pid}) uses the data folder ${folder}: stop it, or set DATA_DIR and PORT for this one.`,
    );
    expect(await isReady(url)).toBe(true);
    expect(await first.stop()).toBe(0);
  });

  it('stops when it is told to while it still starts, and starts the next time', async () => {
    const early = start();
    while (!existsSync(join(folder, 'instance.json'))) await new Promise(setImmediate);
    expect(await early.stop()).toBe(0);
    const next = start();
    await next.ready();
    expect(await next.stop()).toBe(0);
  });
});

describe('npm start refuses, with one sentence and before it makes anything,', () => {
  const elsewhere = (): string => join(top, 'elsewhere');

  const refusal = async (variables: NodeJS.ProcessEnv): Promise<string> => {
    const process = start({ DATA_DIR: elsewhere(), ...variables });
    expect(await process.end()).toBe(1);
    return process.output.trim();
  };

  afterEach(() => rm(elsewhere(), { recursive: true, force: true }));

  it('a port in use', async () => {
    const other: Server = createServer();
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const { port } = other.address() as AddressInfo;
    const said = await refusal({ PORT: String(port) });
    other.close();
    expect(said).toBe(`Port ${port} on 127.0.0.1 is in use: stop the other program, or set PORT to a free one.`);
    expect(existsSync(elsewhere())).toBe(false);
  });

  it('variables that are not right', async () => {
    const said = await refusal({
      PORT: 'http',
      DEMO_SCALE: '-1',
      COMMUNITY_DATABASE_URL: 'mysql://localhost/community',
    });
    expect(said.split('\n')).toEqual([
      'The configuration is not right:',
      '- PORT is "http": expected a whole number from 0 to 65535.',
      '- DEMO_SCALE is "-1": expected a whole number from 1 to 1000.',
      '- COMMUNITY_DATABASE_URL is not right: expected a URL such as postgres://user:password@host:5432/database.',
    ]);
    expect(existsSync(elsewhere())).toBe(false);
  });

  it('one database of three', async () => {
    expect(await refusal({ COMMUNITY_DATABASE_URL: 'postgres://localhost/community' })).toContain(
      'CATALOGUE_DATABASE_URL and INFOSEC_DATABASE_URL missing',
    );
  });

  it('one database for all three', async () => {
    const [community, catalogue, infosec] = [
      'postgres://me@localhost/a',
      'postgres://localhost/b',
      'postgres://you@localhost/a',
    ];
    expect(
      await refusal({
        COMMUNITY_DATABASE_URL: community,
        CATALOGUE_DATABASE_URL: catalogue,
        INFOSEC_DATABASE_URL: infosec,
      }),
    ).toBe(
      [
        'The configuration is not right:',
        '- COMMUNITY_DATABASE_URL names the database of another subgraph: each needs one of its own.',
        '- INFOSEC_DATABASE_URL names the database of another subgraph: each needs one of its own.',
      ].join('\n'),
    );
  });

  it('demonstration accounts in production', async () => {
    expect(await refusal({ NODE_ENV: 'production', DEMO_DATA: 'true' })).toContain('DEMO_DATA=true makes accounts');
  });

  it('demonstration data in production, on a folder where they are', async () => {
    const production = { NODE_ENV: 'production', SMTP_URL: 'smtp://127.0.0.1:1' };
    const before = start({ DEMO_DATA: 'true' });
    await before.ready();
    expect(before.output.replaceAll(/\s+/gu, ' ')).toContain(' 52 knowledge circles, 2 proposed circles, ');
    await before.stop('SIGTERM');
    expect(await refusal({ ...production, DATA_DIR: folder })).toContain('The database holds demonstration data');
  });

  it('mails that would be printed in production', async () => {
    expect(await refusal({ NODE_ENV: 'production' })).toContain('SMTP_URL is missing');
  });

  it('a data folder of a newer version', async () => {
    await mkdir(elsewhere());
    await writeFile(join(elsewhere(), 'format.json'), '{"format":2,"postgresql":19}');
    expect(await refusal({})).toContain(`The data folder ${elsewhere()} was made by a newer version`);
    expect(await readdir(elsewhere())).toEqual(['format.json']);
  });

  it('a folder that holds other things', async () => {
    await mkdir(elsewhere());
    await writeFile(join(elsewhere(), 'diary.txt'), '');
    expect(await refusal({})).toContain('holds other things');
    expect(await readdir(elsewhere())).toEqual(['diary.txt']);
  });

  it('a folder in a place that takes none', async () => {
    const place = existsSync('/proc/self') ? '/proc/data' : '/dev/null/data';
    expect(await refusal({ DATA_DIR: place })).toMatch(/^The data folder \S+ cannot be \w+ \(\w+\): set DATA_DIR/u);
  });

  it('a folder that cannot be written', async () => {
    await writeFile(elsewhere(), '');
    expect(await refusal({ DATA_DIR: join(elsewhere(), 'data') })).toMatch(
      /The data folder .* cannot be (read|written)/,
    );
  });
});
