import { spawnSync } from 'node:child_process';
import { link, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '@lokaal/shared/config';
import { writePrivate } from './private-file.js';

/** When a process began: with it a pid says which process is meant, although numbers are used again. */
async function birthOf(pid: number): Promise<string | undefined> {
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined;
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  // Fields are counted after the name, which stands in brackets and may hold spaces; the 22nd is the start time.
  const [state, ...fields] = status.slice(status.lastIndexOf(')') + 2).split(' ');
  return status === '' || state === 'Z' ? undefined : `${boot.trim()} ${fields[18]}`;
}

interface Holder {
  readonly pid: number;
  readonly birth: string | undefined;
}

/** The process that wrote this, when it still runs. */
async function holderOf(text: string): Promise<number | undefined> {
  const { pid, birth } = JSON.parse(text) as Holder;
  return (await birthOf(pid)) === birth ? pid : undefined;
}

/** Removes the lock with this text; puts back another one, of a process that was quicker. */
async function removeStale(file: string, text: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  await rename(file, aside).catch(() => undefined);
  if ((await readFile(aside, 'utf8').catch(() => text)) !== text) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

/** `link` fails when the name exists: of two that try, one gets it. */
async function claim(file: string): Promise<boolean> {
  const draft = `${file}.${process.pid}`;
  await writePrivate(draft, JSON.stringify({ pid: process.pid, birth: await birthOf(process.pid) } satisfies Holder));
  try {
    await link(draft, file);
    return true;
  } catch {
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Takes the data folder for this process; returns what gives it back. A lock whose process is gone is taken over.
 * Throws a StartError while another process holds it.
 */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  const file = join(folder, 'instance.json');
  const release = () => rm(file, { force: true });
  if (await claim(file)) return release;
  const found = await readFile(file, 'utf8').catch(() => '{}');
  const holder = await holderOf(found);
  if (holder === undefined) await removeStale(file, found);
  if (holder === undefined && (await claim(file))) return release;
  throw new StartError(
    `Another instance (process ${holder ?? 'unknown'}) uses the data folder ${folder}: stop it, or set DATA_DIR and PORT for this one.`,
  );
}
