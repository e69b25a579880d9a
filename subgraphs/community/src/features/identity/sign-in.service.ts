import { type DataSource, type EntityManager, In } from 'typeorm';
import type { Clock } from '@lokaal/shared/config';
import { DomainError } from '@lokaal/shared/errors';
import { PersonEntity } from '../person/person.entity.js';
import { findAccount, type Account } from './account.query.js';
import { CredentialEntity } from './credential.entity.js';
import type { SignInInput } from './identity.input.js';
import { invalidCredentials } from './invalid-credentials.js';
import { KnownAddressEntity } from './known-address.entity.js';
import { isOutdated, rehashPassword } from './password-hash.js';
import type { SessionService, SessionTokens } from './session.service.js';
import { SignInAttemptEntity } from './sign-in-attempt.entity.js';
import { attemptOf, originOf } from './sign-in-origin.js';
import type { TypedPasswords } from './typed-passwords.js';

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
    const { dataSource, clock, sessions, attemptKey } = this.dependencies;
    const now = clock.now();
    const origin = originOf(attemptKey, clientAddress);
    const account = await findAccount(dataSource.manager, email, { origin, now });
    const attempt = attemptOf(attemptKey, email, { origin, known: account?.known ?? false });
    const passwordHash = await this.verify(account, password, { attempt, now });
    if (!account || passwordHash === undefined) throw invalidCredentials();
    const { personId } = account;
    return sessions.start({ personId, origin, hold: (tx) => holdCredential(tx, { personId, passwordHash }) });
  }

  /**
   * Whoever is signed in types the password again, before what cannot be undone. Guesses count as those of a sign-in.
   * Throws a DomainError INVALID_CREDENTIALS.
   */
  async confirm({ personId, password }: Confirmation, clientAddress: string | undefined): Promise<void> {
    const { dataSource, clock, attemptKey } = this.dependencies;
    const person = await dataSource.manager.findOneBy(PersonEntity, { id: personId });
    if (!person) throw wrongPassword();
    const now = clock.now();
    const origin = originOf(attemptKey, clientAddress);
    const account = await findAccount(dataSource.manager, person.email, { origin, now });
    const attempt = attemptOf(attemptKey, person.email, { origin, known: account?.known ?? false });
    if ((await this.verify(account, password, { attempt, now })) === undefined) throw wrongPassword();
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

  /** The hash against which the password was right, or undefined. */
  private async verify(
    account: Account | undefined,
    password: string,
    { attempt, now }: { attempt: ReturnType<typeof attemptOf>; now: Date },
  ): Promise<string | undefined> {
    const passwordHash = (account?.confirmed && account.passwordHash) || undefined;
    const isRight = await this.dependencies.passwords.isRight(passwordHash, { password, attempt, now });
    if (!isRight || !account || passwordHash === undefined) return undefined;
    return isOutdated(passwordHash)
      ? this.renew({ personId: account.personId, passwordHash }, password, attempt.address)
      : passwordHash;
  }

  /** Stronger parameters reach an old password when its owner types it; only now is it known. */
  private async renew(old: Credential, password: string, caller: string | undefined): Promise<string> {
    const passwordHash = await rehashPassword(password, caller);
    await this.dependencies.dataSource.manager.update(CredentialEntity, old, { passwordHash });
    return passwordHash;
  }
}

/** Holds the password until the session is written: a change of password that comes between ends this session too. */
async function holdCredential(tx: EntityManager, where: Credential): Promise<void> {
  const held = await tx.findOne(CredentialEntity, { where, lock: { mode: 'pessimistic_read' } });
  if (!held) throw invalidCredentials();
}
