import { chown, open, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes a file that only its owner may read, whole or not at all: a crash leaves the old one.
 * It belongs to the owner of its folder, so that root does not lock an ordinary user out of a folder of theirs.
 */
export async function writePrivate(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  const owner = await stat(dirname(path));
  if (process.getuid?.() === 0) await chown(draft, owner.uid, owner.gid);
  await rename(draft, path);
}
