import { addressBlock } from '@lokaal/shared/callers';
import { keyedHash } from './secret-token.js';
import type { Attempt } from './sign-in-throttle.js';

/** A caller's address as the tables keep it: a keyed hash of its block, or undefined when it is not known. */
export function originOf(key: Uint8Array, clientAddress: string | undefined): string | undefined {
  const block = addressBlock(clientAddress);
  return block === undefined ? undefined : keyedHash(key, 'address', block);
}

/**
 * Where an attempt to sign in counts. From an address where this person signed in before it counts apart: whoever
 * guesses from elsewhere cannot lock the owner out. Unknown e-mail addresses count in the same way as known ones.
 */
export const attemptOf = (key: Uint8Array, email: string, { origin, known }: SignInOrigin): Attempt => ({
  account: keyedHash(key, 'account', foldEmail(email), known ? (origin ?? '') : ''),
  address: origin,
  known,
});

/** Where a password counts that is typed behind a mailed link. */
export const attemptBehind = (key: Uint8Array, tokenHash: string, clientAddress: string | undefined): Attempt => ({
  account: keyedHash(key, 'link', tokenHash),
  address: originOf(key, clientAddress),
  known: false,
});

export interface SignInOrigin {
  readonly origin: string | undefined;
  readonly known: boolean;
}

/** Every spelling of an address is one account. */
export const foldEmail = (email: string): string => email.trim().normalize('NFKC').toLowerCase();
