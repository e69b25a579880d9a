import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { addressSite, Turns } from '@lokaal/shared/callers';

// OWASP Password Storage Cheat Sheet: Argon2id (the library's default) with 19 MiB, two passes, one thread.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const prefix = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

/**
 * Each hash keeps a core busy for tens of milliseconds: with three at once in a process the rest of its work goes on. Lines
 * of their own, so that a flood of registrations keeps nobody from signing in; a whole town hall may sign in at once.
 */
const choosing = new Turns({ atOnce: 1, waiting: 100, ofOneCaller: { waiting: 20 } });
/** Taken before anything is asked of the database, so that signing in holds no more connections than turns. */
export const signingIn = new Turns({ atOnce: 2, waiting: 400, ofOneCaller: { waiting: 60 } });

const unpadded = (bytes: number): string => randomBytes(bytes).toString('base64').replaceAll('=', '');

// The same text typed on another keyboard may come in other code points (NIST SP 800-63B, 3.1.1.2).
const normalised = (password: string): string => password.normalize('NFKC');

const hashNow = (password: string): Promise<string> => hash(normalised(password), parameters);

/** Of a password that is chosen. Throws a DomainError RATE_LIMITED when too many wait. */
export const hashPassword = (password: string, clientAddress?: string): Promise<string> =>
  choosing.take({ network: addressSite(clientAddress) }, () => hashNow(password));

/** Of a password that somebody signs in with. Throws a DomainError RATE_LIMITED when too many wait. */
export const rehashPassword = (password: string, clientAddress: string | undefined): Promise<string> =>
  signingIn.take({ network: addressSite(clientAddress) }, () => hashNow(password));

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
