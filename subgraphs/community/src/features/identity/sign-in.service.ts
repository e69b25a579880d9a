import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Clock } from '@lokaal/shared/config';
import { DomainError } from '@lokaal/shared/errors';
import { PersonEntity } from '../person/person.entity.js';
import { findAccount } from './account.query.js';
import { CredentialEntity } from './credential.entity.js';
import type { SignInInput } from './identity.input.js';
import { invalidCredentials } from './invalid-credentials.js';
import { KnownAddressEntity } from './known-address.entity.js';
import { isOutdated, rehashPassword } from './password-hash.js';
import type { SessionService, SessionTokens } from './session.service.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';
import { attemptOf, originOf } from './sign-in-origin.js';
import type { TypedPassword, TypedPasswords } from './typed-passwords.js';

export interface SignInDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly passwords: TypedPasswords;
  readonly sessions: SessionService;
  /** Key of the hashes by which attempts to sign in are counted. */
  readonly attemptKey: Uint8Array;
}

interface Confirmation {
  readonly personId: string;
  readonly password: string;
}

type Credential = Pick<CredentialEntity, 'personId' | 'passwordHash'>;

const elsewhere = { origin: undefined, known: false };

const wrongPassword = (): DomainError =>
  new DomainError('INVALID_CREDENTIALS', 'This is not your password.', ['password']);

export class SignInService {
  constructor(private readonly dependencies: SignInDependencies) {}

  /** Unknown address, wrong password and unconfirmed address are one refusal, which counts and takes time in one way. */
  async signIn({ email, password }: SignInInput, clientAddress: string | undefined): Promise<SessionTokens> {
    const { sessions, attemptKey } = this.dependencies;
    const right = await this.verify({ password, clientAddress }, () => Promise.resolve(email));
    if (!right) throw invalidCredentials();
    const { personId, passwordHash } = right;
    const origin = originOf(attemptKey, clientAddress);
    return sessions.start({ personId, origin, hold: (tx) => holdCredential(tx, { personId, passwordHash }) });
  }

  /**
   * Whoever is signed in types the password again, before what cannot be undone. Guesses count as those of a sign-in.
   * Throws a DomainError INVALID_CREDENTIALS.
   */
  async confirm({ personId, password }: Confirmation, clientAddress: string | undefined): Promise<void> {
    const { manager } = this.dependencies.dataSource;
    const right = await this.verify({ password, clientAddress }, async () => {
      const person = await manager.findOneBy(PersonEntity, { id: personId });
      if (!person) throw wrongPassword();
      return person.email;
    });
    if (!right) throw wrongPassword();
  }

  /** Of a person who is erased: where it was tried to sign in to this account. */
  async forgetAttempts(tx: EntityManager, personId: string): Promise<void> {
    const { attemptKey } = this.dependencies;
    const { email } = await tx.findOneByOrFail(PersonEntity, { id: personId });
    const known = await tx.findBy(KnownAddressEntity, { personId });
    const origins = [...known.map(({ address }) => ({ origin: address, known: true })), elsewhere];
    const accounts = origins.map((origin) => attemptOf(attemptKey, email, origin).account);
    await tx.delete(SignInAttemptEntity, { account: In(accounts) });
  }

  /** Whose password it is, and the hash against which it was right; or undefined. */
  private async verify(typed: TypedPassword, emailOf: () => Promise<string>): Promise<Credential | undefined> {
    const right = await this.dependencies.passwords.match(typed, async () => this.look(await emailOf(), typed));
    if (!right?.personId || !right.passwordHash) return undefined;
    const { personId, passwordHash } = right;
    return isOutdated(passwordHash) ? this.renew({ personId, passwordHash }, typed) : { personId, passwordHash };
  }

  private async look(email: string, { clientAddress }: TypedPassword) {
    const { dataSource, clock, attemptKey } = this.dependencies;
    const now = clock.now();
    const origin = originOf(attemptKey, clientAddress);
    const account = await findAccount(dataSource.manager, email, { origin, now });
    return {
      personId: account?.personId,
      passwordHash: account?.confirmed ? account.passwordHash : undefined,
      attempt: attemptOf(attemptKey, email, { origin, known: account?.known ?? false }),
      now,
    };
  }

  /** Stronger parameters reach an old password when its owner types it; only now is it known. */
  private async renew(old: Credential, { password, clientAddress }: TypedPassword): Promise<Credential> {
    const passwordHash = await rehashPassword(password, clientAddress);
    await this.dependencies.dataSource.manager.update(CredentialEntity, old, { passwordHash });
    return { ...old, passwordHash };
  }
}

/** Holds the password until the session is written: a change of password that comes between ends this session too. */
async function holdCredential(tx: EntityManager, where: Credential): Promise<void> {
  const held = await tx.findOne(CredentialEntity, { where, lock: { mode: 'pessimistic_read' } });
  if (!held) throw invalidCredentials();
}
