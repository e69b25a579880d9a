import { DomainError } from '@lokaal/shared/errors';

/**
 * One refusal for an unknown address, a wrong password and an address that is not confirmed: whoever registers somebody
 * else's address knows the password then, and would read from any difference whether there was an account.
 */
export const invalidCredentials = (): DomainError =>
  new DomainError(
    'INVALID_CREDENTIALS',
    'The e-mail address or the password is not right, or the address is not confirmed yet: follow the link in our mail, or register again for a new one.',
  );
