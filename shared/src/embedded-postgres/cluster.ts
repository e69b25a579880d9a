import { once } from 'node:events';
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { StartError } from '../config/index.js';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { spawnProgram } from './spawn-server.js';

export interface NewCluster {
  /** Becomes the data folder; must not exist yet. */
  readonly folder: string;
  /** Of the superuser `postgres`. */
  readonly password: string;
  readonly account: Account;
  readonly binaries: Binaries;
  /** False for data that may be lost: nothing waits for the disk. */
  readonly durable: boolean;
}

async function giveTo(account: Account, path: string): Promise<void> {
  if (account !== undefined) await chown(path, account.uid, account.gid);
}

async function runInitdb({ password, account, binaries, durable }: NewCluster, folder: string): Promise<void> {
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await giveTo(account, passwordFile);
  const child = spawnProgram({
    path: binaries.initdb,
    account,
    output: 'pipe',
    opens: [folder, passwordFile],
    args: ([data, secret]) => [
      `--pgdata=${data}`,
      `--pwfile=${secret}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--data-checksums',
      ...(durable ? [] : ['--no-sync']),
    ],
  });
  const [output, errors, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), once(child, 'exit')]);
  await rm(passwordFile, { force: true });
  if (code !== 0)
    throw new StartError(`The embedded database cannot be made: ${lastComplaint(errors) ?? lastComplaint(output)}`);
}

const lastComplaint = (output: string): string | undefined =>
  output
    .split('\n')
    .findLast((line) => /error|fatal/i.test(line))
    ?.trim();

/** Makes an empty database cluster. It gets its name at the end: one that was cut off half-way is made again. */
export async function createCluster(cluster: NewCluster): Promise<void> {
  const unfinished = `${cluster.folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  try {
    await giveTo(cluster.account, unfinished);
    await runInitdb(cluster, unfinished);
    await rename(unfinished, cluster.folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}
