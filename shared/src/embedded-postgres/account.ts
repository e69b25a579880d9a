import { readFile, stat } from 'node:fs/promises';
import { StartError } from '../config/index.js';

/** The user that the server runs as; undefined when it is the one that runs this process. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

/** In this order: a user made for it, else the one that exists everywhere. No user is added to the machine. */
const candidates = ['postgres', 'nobody'];

async function accountFromPasswd(): Promise<Account> {
  const lines = (await readFile('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => line.split(':'));
  for (const name of candidates) {
    const [, , uid, gid] = lines.find(([login]) => login === name) ?? [];
    if (Number(uid) > 0) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** PostgreSQL refuses to run as root. The owner of an existing data folder stays its owner. */
export async function serverAccount(folder: string): Promise<Account> {
  if (process.getuid?.() !== 0) return undefined;
  if (process.platform !== 'linux')
    throw new StartError('The embedded PostgreSQL does not run as root here: start as an ordinary user.');
  const owner = await stat(folder).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const account = await accountFromPasswd();
  if (account === undefined)
    throw new StartError(
      'PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody": ' +
        'start as an ordinary user, or use a PostgreSQL of your own.',
    );
  return account;
}
