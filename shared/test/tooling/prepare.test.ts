import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { TemporaryTree } from './temporary-tree.js';

/** Starts a process of its group that goes on by itself, as the native compiler does, and ends at the first signal. */
const command = (signalled: string): string => `
  const { spawn } = require('node:child_process');
  const native = \`
    const { existsSync, writeFileSync } = require('node:fs');
    process.on('SIGTERM', () => { ${signalled} });
    setInterval(() => undefined, 1000);
    writeFileSync('native', '');\`;
  spawn(process.execPath, ['-e', native], { stdio: 'ignore' });`;

const endsWhenAllowed = command(`
  writeFileSync('asked', '');
  setInterval(() => { if (existsSync('allowed')) { writeFileSync('in-order', ''); process.exit(); } }, 10);`);

const ignores = command('');

describe('installing and building', () => {
  let tree: TemporaryTree;
  let said: string;
  const path = (name: string): string => join(tree.folder, name);
  const until = async (condition: () => boolean): Promise<void> => {
    while (!condition()) await pause(10);
  };
  const group = (): number =>
    (JSON.parse(readFileSync(path('.prepare.lock'), 'utf8')) as { child: { pid: number } }).child.pid;

  beforeEach(() => {
    tree = new TemporaryTree();
    said = '';
    for (const name of [
      'prepare',
      'placed-lockfile',
      'prepare-lock',
      'process-group',
      'ending-in-order',
      'stale-build',
    ])
      tree.copy(`shared/bin/${name}.mjs`);
    tree.write({
      'subgraphs/README': '',
      'tsconfig.base.json': '{}',
      'node_modules/.package-lock.json': '{"packages":{}}',
    });
  });
  afterEach(() => tree.dispose());

  function run() {
    const { LOKAAL_PREPARING: _, ...env } = process.env;
    const started = spawn(process.execPath, ['shared/bin/prepare.mjs'], {
      cwd: tree.folder,
      env: { ...env, npm_execpath: path('npm.js') },
      stdio: ['ignore', 'inherit', 'pipe'],
    });
    started.stderr.on('data', (chunk) => (said += String(chunk)));
    return started;
  }

  /** Runs until the process that goes on by itself is there. */
  async function prepare(): Promise<ChildProcess> {
    const started = run();
    await until(() => existsSync(path('native')));
    return started;
  }

  const locked = { 'node_modules/some': { version: '1.0.0', integrity: 'sha512-x' } };
  const installing = (npm: string): void =>
    tree.write({
      'npm.js': `if (process.argv[2] === 'config') console.log('http://127.0.0.1:1/npm/'); else { ${npm} }`,
      'package-lock.json': JSON.stringify({ packages: locked }),
    });
  const building = (compiler: string): void =>
    tree.write({
      'node_modules/typescript/bin/tsc': compiler,
      'gateway/tsconfig.json': '{}',
      'gateway/package.json': '{}',
    });

  it.each([
    ['an installation', installing],
    ['a build', building],
  ])('ends %s in order with all that it started, however many signals come', async (_name, arrange) => {
    arrange(endsWhenAllowed);
    const running = await prepare();
    const leader = group();
    const exit = once(running, 'exit');
    running.kill('SIGINT');
    await until(() => existsSync(path('asked')));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) running.kill(signal);
    tree.write({ allowed: '' });
    expect(await exit).toEqual([130, null]);
    expect(existsSync(path('in-order'))).toBe(true);
    expect(() => process.kill(-leader, 0)).toThrow('ESRCH');
    for (const file of ['.prepare.lock', 'npm-shrinkwrap.json']) expect(existsSync(path(file))).toBe(false);
    expect(said.match(/Stopping|failed|cannot/gu)).toEqual(['Stopping']);
  });

  /** An npm that notes the places it was given, and finds nothing there when told so. */
  const notesPlaces = (found: boolean): string => `
    const { appendFileSync, existsSync, readFileSync, writeFileSync } = require('node:fs');
    const given = existsSync('npm-shrinkwrap.json');
    appendFileSync('places', given ? readFileSync('npm-shrinkwrap.json') : 'none');
    if (given && !${found}) { console.error('npm error code E404'); process.exit(1); }
    writeFileSync('node_modules/.package-lock.json', readFileSync('package-lock.json'));`;
  const placed = JSON.stringify({
    packages: {
      'node_modules/some': { ...locked['node_modules/some'], resolved: 'http://127.0.0.1:1/npm/some/-/some-1.0.0.tgz' },
    },
  });

  it.each([
    ['from the places where registries keep packages', true, placed],
    ['from where the registry says, when they are elsewhere', false, `${placed}none`],
  ])('installs %s', async (_name, found, places) => {
    installing(notesPlaces(found));
    expect(await once(run(), 'exit')).toEqual([0, null]);
    expect(readFileSync(path('places'), 'utf8')).toBe(places);
    expect(existsSync(path('npm-shrinkwrap.json'))).toBe(false);
  });

  it('ends by force what does not end', async () => {
    building(ignores);
    const running = await prepare();
    const leader = group();
    const exit = once(running, 'exit');
    running.kill('SIGINT');
    expect(await exit).toEqual([130, null]);
    expect(() => process.kill(-leader, 0)).toThrow('ESRCH');
    expect(existsSync(path('.prepare.lock'))).toBe(false);
  });

  it('ends what it runs also when its terminal was closed', async () => {
    building(endsWhenAllowed);
    tree.write({ allowed: '' });
    const running = await prepare();
    const leader = group();
    running.stderr?.destroy();
    running.kill('SIGHUP');
    expect(await once(running, 'exit')).toEqual([130, null]);
    expect(() => process.kill(-leader, 0)).toThrow('ESRCH');
  });
});
