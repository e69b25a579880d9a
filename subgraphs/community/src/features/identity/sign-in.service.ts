import type { DataSource } from 'typeorm';
import type { Clock } from '@lokaal/shared/config';
import { findAccount, type Account } from './account.query.js';
import { CredentialEntity } from './credential.entity.js';
import type { SignInInput } from './identity.input.js';
import { invalidCredentials } from './invalid-credentials.js';
import { hashPassword, isOutdated, type PasswordVerifier } from './password-hash.js';
import type { SessionService, SessionTokens } from './session.service.js';
import { attemptOf, originOf } from './sign-in-origin.js';
import type { SignInThrottle } from './sign-in-throttle.js';

export interface SignInDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly passwords: PasswordVerifier;
  readonly throttle: SignInThrottle;
  readonly sessions: SessionService;
  /** Key of the hashes by which attempts to sign in are counted. */
  readonly attemptKey: Uint8Array;
}

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
    return sessions.start({ personId: account.personId, passwordHash, origin });
  }

  /** The hash against which the password was right, or undefined. */
  private async verify(
    account: Account | undefined,
    password: string,
    { attempt, now }: { attempt: ReturnType<typeof attemptOf>; now: Date },
  ): Promise<string | undefined> {
    const { passwords, throttle } = this.dependencies;
    const passwordHash = account?.passwordHash ?? undefined;
    const id = await throttle.open(attempt, now);
    const isRight = await passwords.matches(passwordHash, password);
    if (!isRight || !account?.confirmed || passwordHash === undefined) {
      await throttle.fail(id);
      return undefined;
    }
    await throttle.succeed(id);
    return isOutdated(passwordHash) ? this.renew(account.personId, passwordHash, password) : passwordHash;
  }

  /** Stronger parameters reach an old password when its owner types it; only now is it known. */
  private async renew(personId: string, oldHash: string, password: string): Promise<string> {
    const passwordHash = await hashPassword(password);
    await this.dependencies.dataSource.manager.update(
      CredentialEntity,
      { personId, passwordHash: oldHash },
      { passwordHash },
    );
    return passwordHash;
  }
}
