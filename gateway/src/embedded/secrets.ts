import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '@lokaal/shared/config';
import type { SubgraphName } from '@lokaal/shared/graphql';
import { z } from 'zod';
import { writePrivate } from './private-file.js';

const passwords = z.object({ owner: z.string(), server: z.string() });
const secretsShape = z.object({
  /** Password of the superuser `postgres`. */
  postgres: z.string(),
  roles: z.object({ community: passwords, catalogue: passwords, infosec: passwords } satisfies Record<
    SubgraphName,
    object
  >),
  gatewaySecret: z.string(),
  keySecret: z.string(),
});

/** Made by chance on the first start; each data folder has its own. */
export type Secrets = z.infer<typeof secretsShape>;

const secret = (): string => randomBytes(32).toString('base64url');
const rolePasswords = () => ({ owner: secret(), server: secret() });

const newSecrets = (): Secrets => ({
  postgres: secret(),
  roles: { community: rolePasswords(), catalogue: rolePasswords(), infosec: rolePasswords() },
  gatewaySecret: secret(),
  keySecret: secret(),
});

/** The secrets of a data folder; new ones when it has no database yet. */
export async function readSecrets(folder: string, hasDatabase: boolean): Promise<Secrets> {
  const file = join(folder, 'secrets.json');
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined && hasDatabase)
    throw new StartError(
      `${file} is missing, and without its passwords the database stays shut: put it back from a backup.`,
    );
  if (text === undefined) {
    const secrets = newSecrets();
    await writePrivate(file, `${JSON.stringify(secrets, undefined, 2)}\n`);
    return secrets;
  }
  try {
    return secretsShape.parse(JSON.parse(text));
  } catch (cause) {
    throw new StartError(`${file} is damaged: put it back from a backup.`, { cause });
  }
}
