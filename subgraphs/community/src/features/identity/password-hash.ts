import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// OWASP Password Storage Cheat Sheet: Argon2id (the library's default) with 19 MiB, two passes, one thread.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const prefix = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

const unpadded = (bytes: number): string => randomBytes(bytes).toString('base64').replaceAll('=', '');

// The same text typed on another keyboard may come in other code points (NIST SP 800-63B, 3.1.1.2).
const normalised = (password: string): string => password.normalize('NFKC');

export const hashPassword = (password: string): Promise<string> => hash(normalised(password), parameters);

/** True for a hash made with other parameters than those of today. */
export const isOutdated = (passwordHash: string): boolean => !passwordHash.startsWith(prefix);

export class PasswordVerifier {
  /** A hash of no password: verifying against it takes as long as against a real one. */
  readonly dummyHash = `${prefix}${unpadded(16)}$${unpadded(32)}`;

  constructor(private readonly check: (passwordHash: string, password: string) => Promise<boolean> = verify) {}

  /** Whoever has no password is verified too, so that the time of an answer does not tell whether an account exists. */
  async matches(passwordHash: string | undefined, password: string): Promise<boolean> {
    const right = await this.check(passwordHash ?? this.dummyHash, normalised(password));
    return right && passwordHash !== undefined;
  }
}
