import { DomainError } from '@lokaal/shared/errors';

/** One refusal for whatever is not right with what came back: who tries learns nothing. */
export const invalidReturn = (): DomainError =>
  new DomainError('INVALID_TOKEN', 'This sign-in was used before, took too long, or is not yours. Begin again.');

export const notLinked = (label: string): DomainError =>
  new DomainError(
    'NOT_LINKED',
    `No account here is linked with this account of ${label}, and it tells no address that we may go by. Sign in with your password, and link it.`,
  );

/** An account that was never confirmed may hold a password of somebody who typed this address. */
export const notConfirmed = (): DomainError =>
  new DomainError(
    'INVALID_STATE',
    'The account with your address was never confirmed. Choose a password by requestPasswordReset first, then sign in again.',
  );

export const linkedOtherwise = (label: string): DomainError =>
  new DomainError(
    'ALREADY_EXISTS',
    `The account here is linked with another account of ${label}. Sign in with that one or with your password, and unlink it first.`,
  );

export const linkedElsewhere = (label: string): DomainError =>
  new DomainError('ALREADY_EXISTS', `This account of ${label} is linked with another person here.`);
