import { createHash, timingSafeEqual } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import type { JWTPayload, JWTVerifyOptions } from 'jose';
import { z } from 'zod';
import { systemClock, type Clock } from '../config/index.js';
import { viewerSchema } from './viewer-schema.js';
import type { Viewer } from './viewer.js';

/** What the gateway vouches for when it asks a subgraph: who asks, by which operation and with exactly which body. */
export interface SignedRequest {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Name or hash of the client's operation. */
  readonly operation?: string;
  /** Address of the client as the gateway saw it. */
  readonly clientAddress?: string;
}

const algorithm = 'HS256';
const type = 'viewer+jwt';
const issuer = 'urn:lokaal-digitaal:gateway';
const lifetime = 30;
const clockTolerance = 10;

/** The secret that gateway and subgraphs share, as a key. Throws when it is shorter than 32 bytes (RFC 7518, 3.2). */
function gatewayKey(secret: string): Uint8Array {
  const key = new TextEncoder().encode(secret);
  if (key.length < 32) throw new Error('GATEWAY_SECRET must be at least 32 bytes long.');
  return key;
}

export type RequestSigner = (request: SignedRequest, audience: string, body: string) => Promise<string>;

/** Signs requests to subgraphs: a JWT of 30 seconds for one audience (the subgraph's name) and one body. */
export function createRequestSigner(secret: string, clock: Clock = systemClock): RequestSigner {
  const key = gatewayKey(secret);
  return ({ viewer, requestId, operation, clientAddress }, audience, body) => {
    const now = Math.floor(clock.now().getTime() / 1000);
    return new SignJWT({
      viewer,
      rid: requestId,
      op: operation,
      ip: clientAddress,
      body: digest(body).toString('base64url'),
    })
      .setProtectedHeader({ alg: algorithm, typ: type })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + lifetime)
      .sign(key);
  };
}

export type RequestVerifier = (
  authorization: string | undefined,
  body: Uint8Array,
) => Promise<SignedRequest | undefined>;

/** Checks what `createRequestSigner` made; answers undefined when anything is missing or wrong, without saying what. */
export function createRequestVerifier(secret: string, audience: string, clock: Clock = systemClock): RequestVerifier {
  const key = gatewayKey(secret);
  return async (authorization, body) => {
    if (!authorization?.startsWith('Bearer ')) return undefined;
    const options = { ...verifyOptions, audience, currentDate: clock.now() };
    const verified = await jwtVerify(authorization.slice(7), key, options).catch(() => undefined);
    return verified && readClaims(verified.payload, body);
  };
}

const verifyOptions: JWTVerifyOptions = {
  algorithms: [algorithm],
  typ: type,
  issuer,
  clockTolerance,
  maxTokenAge: lifetime + clockTolerance,
  requiredClaims: ['exp', 'viewer', 'body'],
};

function readClaims(payload: JWTPayload, body: Uint8Array): SignedRequest | undefined {
  const claims = claimsSchema.safeParse(payload);
  if (!claims.success || !isDigestOf(claims.data.body, body)) return undefined;
  const { viewer, rid, op, ip } = claims.data;
  return { viewer, requestId: rid, operation: op, clientAddress: ip };
}

function isDigestOf(claimed: string, body: Uint8Array): boolean {
  const expected = digest(body);
  const given = Buffer.from(claimed, 'base64url');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const digest = (body: string | Uint8Array): Buffer => createHash('sha256').update(body).digest();

const claimsSchema = z.object({
  viewer: viewerSchema,
  rid: z.string(),
  op: z.string().optional(),
  ip: z.string().optional(),
  body: z.string(),
});
