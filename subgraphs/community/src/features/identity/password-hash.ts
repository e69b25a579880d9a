import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Turns } from './turns.js';

// OWASP Password Storage Cheat Sheet: Argon2id (the library's default) with 19 MiB, two passes, one thread.
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const prefix = `$argon2id$v=19$m=${parameters.memoryCost},t=${parameters.timeCost},p=${parameters.parallelism}$`;

/**
 * Each hash keeps a core busy for tens of milliseconds: with two at once in a process the rest of its work goes on. Fewer
 * wait to choose a password than to sign in, so that a flood of registrations does not keep people out.
 */
const turns = new Turns(2);
const mostWaiting = { choosing: 40, signingIn: 200 } as const;

const unpadded = (bytes: number): string => randomBytes(bytes).toString('base64').replaceAll('=', '');

// The same text typed on another keyboard may come in other code points (NIST SP 800-63B, 3.1.1.2).
const normalised = (password: string): string => password.normalize('NFKC');

/** Throws a DomainError RATE_LIMITED when too many wait, as the verifier does. */
export const hashPassword = (password: string): Promise<string> =>
  turns.take(() => hash(normalised(password), parameters), mostWaiting.choosing);

const verifyInTurn = (passwordHash: string, password: string): Promise<boolean> =>
  turns.take(() => verify(passwordHash, password), mostWaiting.signingIn);

/** True for a hash made with other parameters than those of today. */
export const isOutdated = (passwordHash: string): boolean => !passwordHash.startsWith(prefix);

export class PasswordVerifier {
  /** A hash of no password: verifying against it takes as long as against a real one. */
  readonly dummyHash = `${prefix}${unpadded(16)}$${unpadded(32)}`;

  constructor(private readonly check: (passwordHash: string, password: string) => Promise<boolean> = verifyInTurn) {}

  /** Whoever has no password is verified too, so that the time of an answer does not tell whether an account exists. */
  async matches(passwordHash: string | undefined, password: string): Promise<boolean> {
    const right = await this.check(passwordHash ?? this.dummyHash, normalised(password));
    return right && passwordHash !== undefined;
  }
}
