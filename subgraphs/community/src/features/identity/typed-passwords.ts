import type { PasswordVerifier } from './password-hash.js';
import type { Attempt, SignInThrottle } from './sign-in-throttle.js';

interface TypedPasswordDependencies {
  readonly passwords: PasswordVerifier;
  readonly throttle: SignInThrottle;
}

/** Passwords that somebody types: each wrong one counts where it was tried, and too many are not looked at any more. */
export class TypedPasswords {
  constructor(private readonly on: TypedPasswordDependencies) {}

  /** Against no hash every password is wrong, after the same time. Throws a DomainError RATE_LIMITED. */
  async isRight(passwordHash: string | undefined, typed: { password: string; attempt: Attempt; now: Date }) {
    const { passwords, throttle } = this.on;
    const { password, attempt, now } = typed;
    const id = await throttle.open(attempt, now);
    const isRight = await passwords
      .matches(passwordHash, { password, caller: attempt.address })
      .catch(async (error: unknown) => {
        await throttle.forget(id);
        throw error;
      });
    await (isRight ? throttle.forget(id) : throttle.fail(id));
    return isRight;
  }
}
