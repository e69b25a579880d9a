import { addressSite } from '@lokaal/shared/callers';
import { type PasswordVerifier, signingIn } from './password-hash.js';
import type { Attempt, SignInThrottle } from './sign-in-throttle.js';

interface TypedPasswordDependencies {
  readonly passwords: PasswordVerifier;
  readonly throttle: SignInThrottle;
}

export interface TypedPassword {
  readonly password: string;
  readonly clientAddress: string | undefined;
}

/** Whose password it should be. Against no hash every password is wrong, after the same time. */
interface Looked {
  readonly passwordHash: string | null | undefined;
  readonly attempt: Attempt;
  readonly now: Date;
}

/** Passwords that somebody types: each wrong one counts where it was tried, and too many are not looked at any more. */
export class TypedPasswords {
  constructor(private readonly on: TypedPasswordDependencies) {}

  /**
   * What `look` found when the password is right, else undefined. Callers take turns, and whoever waits for one holds no
   * connection and has no attempt open. Throws a DomainError RATE_LIMITED.
   */
  match<Found extends Looked>(
    { password, clientAddress }: TypedPassword,
    look: () => Promise<Found>,
  ): Promise<Found | undefined> {
    return signingIn.take({ network: addressSite(clientAddress) }, async () => {
      const found = await look();
      return (await this.isRight(password, found)) ? found : undefined;
    });
  }

  private async isRight(password: string, { passwordHash, attempt, now }: Looked): Promise<boolean> {
    const { passwords, throttle } = this.on;
    const id = await throttle.open(attempt, now);
    const isRight = await passwords.matches(passwordHash ?? undefined, password).catch(async (error: unknown) => {
      await throttle.forget(id);
      throw error;
    });
    await (isRight ? throttle.forget(id) : throttle.fail(id));
    return isRight;
  }
}
