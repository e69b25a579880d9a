import { createHash, timingSafeEqual } from 'node:crypto';
import { keyedHash } from '../identity/secret-token.js';

export interface FlowSecrets {
  /** Comes back from the issuer: the answer is to this request. */
  readonly state: string;
  /** Comes back in the ID token: it was made for this request. */
  readonly nonce: string;
  /** Goes with the code (PKCE, RFC 7636): who redeems it began this request. */
  readonly verifier: string;
}

/** What follows from the token that the client keeps: who has neither the token nor our key knows none of it. */
export const secretsOf = (key: Uint8Array, token: string): FlowSecrets => ({
  state: keyedHash(key, 'state', token),
  nonce: keyedHash(key, 'nonce', token),
  verifier: keyedHash(key, 'verifier', token),
});

export const challengeOf = ({ verifier }: FlowSecrets): string =>
  createHash('sha256').update(verifier).digest('base64url');

export function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
