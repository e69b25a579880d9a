import { createLocalJWKSet, errors, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTVerifyOptions } from 'jose';
import { systemClock, type Clock } from '../config/index.js';
import type { SessionReference } from './identity-provider.js';

/**
 * What an access token of this graph is: an EdDSA JWT (RFC 9068) with `sub` = person, `sid` = session, `iat` and `exp`.
 * One algorithm only, so that a token cannot choose how it is checked.
 */
export const accessTokenRules = {
  algorithm: 'EdDSA',
  type: 'at+jwt',
  issuer: 'urn:lokaal-digitaal:community',
  audience: 'urn:lokaal-digitaal:graph',
  /** Clocks of two machines may differ this much, in seconds. */
  clockTolerance: 60,
} as const;

const keysMaxAge = 60_000;
/** An unknown key id fetches the keys again, but no more often than this: forged ids must not become a flood. */
const refetchPause = 10_000;

export type AccessTokenVerifier = (token: string) => Promise<SessionReference | undefined>;

/** A verifier of access tokens; answers undefined for every token that does not hold. Throws only when the keys cannot be had. */
export function createAccessTokenVerifier(
  jwks: () => Promise<JSONWebKeySet>,
  clock: Clock = systemClock,
): AccessTokenVerifier {
  const keys = createKeyCache(jwks, clock);
  return async (token) => {
    const local = await keys.current();
    const session = await verify(token, local, clock);
    if (session !== 'unknown key') return session;
    const fresh = await keys.refetched(local);
    const second = fresh === local ? undefined : await verify(token, fresh, clock);
    return second === 'unknown key' ? undefined : second;
  };
}

type Keys = ReturnType<typeof createLocalJWKSet>;

async function verify(token: string, keys: Keys, clock: Clock): Promise<SessionReference | 'unknown key' | undefined> {
  try {
    const { payload } = await jwtVerify(token, keys, { ...verifyOptions, currentDate: clock.now() });
    const { sub, sid } = payload;
    return sub && typeof sid === 'string' ? { personId: sub, sessionId: sid } : undefined;
  } catch (error) {
    if (error instanceof errors.JWKSNoMatchingKey) return 'unknown key';
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

const verifyOptions: JWTVerifyOptions = {
  algorithms: [accessTokenRules.algorithm],
  typ: accessTokenRules.type,
  issuer: accessTokenRules.issuer,
  audience: accessTokenRules.audience,
  clockTolerance: accessTokenRules.clockTolerance,
  requiredClaims: ['sub', 'sid', 'iat', 'exp'],
};

function createKeyCache(jwks: () => Promise<JSONWebKeySet>, clock: Clock) {
  let keys: Promise<Keys> | undefined;
  let fetchedAt = 0;
  const fetchKeys = (): Promise<Keys> => {
    fetchedAt = clock.now().getTime();
    const fetching = jwks().then((set) => createLocalJWKSet(set));
    // A failed fetch is not kept: the next request asks again.
    fetching.catch(() => (keys = keys === fetching ? undefined : keys));
    return (keys = fetching);
  };
  const age = () => Math.abs(clock.now().getTime() - fetchedAt);
  return {
    current: () => (keys && age() < keysMaxAge ? keys : fetchKeys()),
    refetched: async (known: Keys) => {
      const current = await (keys ?? fetchKeys());
      return current !== known || age() < refetchPause ? current : fetchKeys();
    },
  };
}
