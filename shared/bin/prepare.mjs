// Makes a clone ready to run: installs what the lockfile says, builds what is stale. Plain JavaScript without
// dependencies, since it runs before anything is installed.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fingerprints, rememberBuild, staleProjects } from './stale-build.mjs';
import { endingInOrder } from './ending-in-order.mjs';
import { withPlaces } from './placed-lockfile.mjs';
import { withLock } from './prepare-lock.mjs';
import { environmentUnder } from './process-group.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** A sentence for whoever typed the command. */
class PrepareError extends Error {}

const say = (text) => process.stderr.write(`${text}\n`);

const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Compares what npm wrote down at its last installation with the lockfile; packages for other machines may be absent, and
 * those of tests and checks where these are not what is run.
 */
function isInstalled(development) {
  const wanted = readJson(join(root, 'package-lock.json'))?.packages ?? {};
  const present = readJson(join(root, 'node_modules/.package-lock.json'))?.packages;
  if (present === undefined) return false;
  return Object.entries(wanted).every(([path, { version, link, dev, optional, devOptional, peer }]) => {
    if (!path.startsWith('node_modules/') && !path.includes('/node_modules/')) return true;
    const found = present[path];
    if (found === undefined) return optional || devOptional || peer || (dev && !development);
    return link ? found.link === true : found.version === version;
  });
}

const lock = join(root, '.prepare.lock');

/** Runs a command without input; gives its exit code and the end of what it said. */
async function run(command, args, { show, follow }) {
  const child = spawn(command, args, {
    cwd: root,
    env: environmentUnder(lock),
    stdio: ['ignore', 'pipe', 'pipe'],
    // In a group of its own, so that what it starts ends with it.
    detached: process.platform !== 'win32',
  });
  let said = '';
  const listen = (chunk) => {
    said = (said + chunk).slice(-20_000);
    if (show) process.stderr.write(chunk);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  try {
    return { code: (await follow(child)) ?? 1, said };
  } catch (error) {
    return { code: 1, said: String(error) };
  }
}

const npmFailures = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED|ERR_SOCKET_TIMEOUT/,
    () =>
      'The packages cannot be downloaded, since the npm registry does not answer: check the network and start again.',
  ],
  [
    /EACCES|EPERM|EROFS/,
    () => `The packages cannot be written to ${join(root, 'node_modules')}: that folder is not yours to write.`,
  ],
  [/ENOSPC/, () => 'The packages cannot be written: the disk is full.'],
  [/ENOENT.*npm/, () => 'npm was not found: install Node.js with npm.'],
];

function explainNpm(said) {
  const [, explain] = npmFailures.find(([pattern]) => pattern.test(said)) ?? [];
  const lines = said.split('\n').filter((line) => /npm (error|ERR!)/.test(line));
  return explain?.() ?? `The packages cannot be installed:\n${lines.slice(0, 12).join('\n')}`;
}

/** Runs the npm that runs us, else the one on the path. */
function runNpm(args, follow) {
  const npm = process.env.npm_execpath;
  return npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...args], { show: false, follow })
    : run('npm', args, { show: false, follow });
}

/** Installs from the places where registries keep packages; from where the registry says, when it has them elsewhere. */
async function installPackages(args, follow) {
  const { said } = await runNpm(['config', 'get', 'registry'], follow);
  const registry = /^https?:\S+$/m.exec(said)?.[0];
  if (registry !== undefined) {
    const outcome = await withPlaces(root, registry, () => runNpm(args, follow));
    if (outcome.code === 0 || !/\bE40\d\b/.test(outcome.said)) return outcome;
  }
  return runNpm(args, follow);
}

async function install(development, follow) {
  say('Installing the packages of the lockfile. The first time this takes up to a minute ...');
  const started = Date.now();
  // What tests and checks need besides is added to what a graph that runs may have in use; all else starts afresh.
  const way = isInstalled(false) ? ['install', '--no-save'] : ['ci'];
  const args = [...way, development ? '--include=dev' : '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, said } = await installPackages(args, follow);
  if (code !== 0) throw new PrepareError(explainNpm(said));
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** Each file by itself: `npm run types` checks, which takes four times as long. */
const transpile = ['--noCheck', '--noResolve', '--composite', 'false', '--declaration', 'false'];

async function build(follow) {
  const started = Date.now();
  say('Building ...');
  const sources = fingerprints(root);
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  for (const project of staleProjects(root)) {
    // Where the output was removed, the notes of `tsc -b` would call it up to date.
    if (!existsSync(join(root, project, 'dist'))) rmSync(join(root, project, 'tsconfig.tsbuildinfo'), { force: true });
    const args = [compiler, '-p', project, ...transpile];
    const { code, said } = await run(process.execPath, args, { show: true, follow });
    if (code !== 0 && /EACCES|EROFS|EPERM|permission denied|read-only/i.test(said))
      throw new PrepareError(`The build cannot be written in ${root}: that folder is not yours to write.`);
    if (code !== 0) throw new PrepareError('The build failed: see the messages of the compiler above.');
  }
  rememberBuild(root, sources);
  say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

const isBuilt = () => staleProjects(root).length === 0;

/** Installs and builds what is needed; quick and silent when nothing is. Throws a PrepareError with one sentence. */
async function prepare(development) {
  if (process.env.LOKAAL_PREPARING || (isInstalled(development) && isBuilt())) return;
  await withLock(lock, say, (note) =>
    endingInOrder(say, async (ended) => {
      const follow = (child) => {
        if (child.pid !== undefined) note(child.pid);
        return ended(child);
      };
      // What was missing may have been made while we waited.
      if (!isInstalled(development)) await install(development, follow);
      if (!isBuilt()) await build(follow);
    }),
  );
}

/** For commands: prepares, or says why not and exits. `development`: with what tests and checks need. */
export async function prepareOrExit({ development = true } = {}) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    say(`Node.js ${process.versions.node} is too old: 20.19 or newer is needed.`);
    process.exit(1);
  }
  try {
    await prepare(development);
  } catch (error) {
    say(
      error instanceof PrepareError || ['EACCES', 'EROFS', 'ENOSPC'].includes(error?.code)
        ? error.message
        : error.stack,
    );
    process.exit(1);
  }
}

if (existsSync(process.argv[1] ?? '') && process.argv[1].endsWith('prepare.mjs')) await prepareOrExit();
