import type { Clock } from '@lokaal/shared/config';
import { createLocalJWKSet, errors, type JWTPayload, jwtVerify, type JWTVerifyOptions } from 'jose';
import type { Remembered } from './remembered.js';

/** Public-key signatures only, so that nothing that clients know can sign. */
const algorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];
/** Seconds that clocks may differ. */
const clockTolerance = 60;

export type IssuerKeys = ReturnType<typeof createLocalJWKSet>;

interface Rules extends Pick<JWTVerifyOptions, 'issuer' | 'audience' | 'maxTokenAge'> {
  readonly clock: Clock;
  /** Of the header's `typ`, which may be absent; without it every type is right. */
  readonly types?: RegExp;
}

/**
 * The claims of a token that the issuer signed for this audience, today; undefined for every other one. An unknown key
 * fetches the keys again: issuers change theirs without telling. Throws when the keys cannot be had.
 */
export async function verifyIssued(
  token: string,
  keys: Remembered<IssuerKeys>,
  rules: Rules,
): Promise<JWTPayload | undefined> {
  const first = await keys.get();
  const claims = await verify(token, first, rules);
  if (claims !== 'unknown key') return claims;
  const renewed = await keys.renewed();
  const second = renewed === first ? undefined : await verify(token, renewed, rules);
  return second === 'unknown key' ? undefined : second;
}

async function verify(
  token: string,
  keys: IssuerKeys,
  { clock, types, ...rules }: Rules,
): Promise<JWTPayload | 'unknown key' | undefined> {
  const requiredClaims = ['sub', 'iat', 'exp'];
  const options = { ...rules, algorithms, clockTolerance, requiredClaims, currentDate: clock.now() };
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, options);
    return types?.test(protectedHeader.typ ?? 'JWT') === false ? undefined : payload;
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return 'unknown key';
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
