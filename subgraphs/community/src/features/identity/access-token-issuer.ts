import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { accessTokenRules, type SessionReference } from '@lokaal/shared/auth';
import type { SigningKey } from './signing-key-seal.js';

/** Seconds. Short, because a verifier that asks nobody believes it until then; ours asks for the viewer each time. */
export const accessTokenLifetime = 600;

/** An access token as `createAccessTokenVerifier` wants it (RFC 9068). */
export function issueAccessToken(
  { kid, privateKey }: Pick<SigningKey, 'kid' | 'privateKey'>,
  { personId, sessionId }: SessionReference,
  now: Date,
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ sid: sessionId })
    .setProtectedHeader({ alg: accessTokenRules.algorithm, typ: accessTokenRules.type, kid })
    .setIssuer(accessTokenRules.issuer)
    .setAudience(accessTokenRules.audience)
    .setSubject(personId)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + accessTokenLifetime)
    .sign(privateKey);
}
