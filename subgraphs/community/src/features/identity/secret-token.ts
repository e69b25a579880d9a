import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** 256 random bits for a link or a refresh token: nobody guesses it, so a plain hash is enough to store it. */
export const newSecretToken = (): string => randomBytes(32).toString('base64url');

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** A key for one purpose from KEY_SECRET (HKDF, RFC 5869), so that no two uses share a key. */
export const deriveKey = (secret: string, purpose: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secret, '', `lokaal-digitaal ${purpose}`, 32));

/** Keyed hash of parts that cannot run into each other. */
export const keyedHash = (key: Uint8Array, ...parts: string[]): string =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url');
