import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartError } from '@lokaal/shared/config';
import { writePrivate } from './private-file.js';

/** Raised when the layout of the folder changes; PostgreSQL's own format is its major version. */
const format = { format: 1, postgresql: 18 };
const formatFile = 'format.json';

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

async function entriesOf(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return [];
    throw new StartError(`The data folder ${folder} cannot be read (${reasonOf(error)}): set DATA_DIR to another one.`);
  }
}

async function requireFormat(folder: string): Promise<void> {
  const found = JSON.parse(await readFile(join(folder, formatFile), 'utf8').catch(() => '{}')) as Partial<
    typeof format
  >;
  const version = await readFile(join(folder, 'postgres/PG_VERSION'), 'utf8').catch(() => String(found.postgresql));
  const postgresql = Number.parseInt(version, 10);
  if ((found.format ?? 0) > format.format || postgresql > format.postgresql)
    throw new StartError(
      `The data folder ${folder} was made by a newer version of this program (PostgreSQL ${postgresql}, format ${found.format}; ` +
        `this one knows ${format.postgresql} and ${format.format}): start that version, or set DATA_DIR to another folder.`,
    );
  if (postgresql < format.postgresql)
    throw new StartError(
      `The data folder ${folder} holds PostgreSQL ${postgresql}, and this version brings ${format.postgresql}: ` +
        'dump it with the older version and restore it here, or set DATA_DIR to another folder.',
    );
}

/** Looks without touching anything: throws a StartError when the folder is of a newer version, or somebody else's. */
export async function inspectDataFolder(folder: string): Promise<void> {
  const entries = await entriesOf(folder);
  // A first start that was cut off at its first file leaves a draft of it.
  if (entries.every((entry) => entry.startsWith(`${formatFile}.`))) return;
  if (!entries.includes(formatFile))
    throw new StartError(
      `The folder ${folder} holds other things than a database of this program: set DATA_DIR to another.`,
    );
  await requireFormat(folder);
}

/** Folder by folder: Node's own recursion never ends where a folder is there but takes no new one, as /proc does. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 });
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') return;
    if (reasonOf(error) !== 'ENOENT' || existsSync(dirname(folder))) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder, { mode: 0o700 });
  }
}

/** Makes the folder where it is missing, closed to others. Throws a StartError when it cannot be written. */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await makeFolder(folder);
    await writePrivate(join(folder, formatFile), `${JSON.stringify(format)}\n`);
    await chmod(folder, 0o700);
  } catch (error) {
    throw new StartError(
      `The data folder ${folder} cannot be written (${reasonOf(error)}): set DATA_DIR to another one.`,
    );
  }
}
