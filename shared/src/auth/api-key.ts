import { createHash, randomBytes } from 'node:crypto';

/**
 * What a key may be for, of which organisations, in which subgraph that counts, and as which role of its organisation the key
 * then acts there: it reads what everybody with an employment reads. Everywhere else a key is nobody: deny by default,
 * confidential records of information security above all.
 */
export const apiKeyScopes = {
  CATALOGUE_WRITE: { of: 'COMPANY', subgraph: 'catalogue', role: 'VENDOR_EDITOR' },
  PORTFOLIO_READ: { of: 'LOCAL_AUTHORITY', subgraph: 'catalogue', role: 'READER' },
} as const;

export type ApiKeyScopeName = keyof typeof apiKeyScopes;

/** A key as a client sent it: which one, and what proves it. The key itself goes no further than the gateway. */
export interface ApiKeyReference {
  /** TypeID of the key. */
  readonly keyId: string;
  readonly secretHash: string;
}

const idPrefix = 'apikey_';
const mark = 'ldk_';
const form = /^ldk_([0-7][0-9a-hjkmnp-tv-z]{25})_[0-9a-f]{64}$/u;

/** A key for a system: a mark by which scanners find leaked ones, the id, and 256 random bits in hexadecimal. */
export const newApiKey = (id: string): string =>
  `${mark}${id.slice(idPrefix.length)}_${randomBytes(32).toString('hex')}`;

/** Whether a token says of itself that it is a key: then it is nothing else. */
export const isApiKey = (token: string): boolean => token.startsWith(mark);

/** Reads a key; undefined for what cannot be one, which then needs no look into the database. */
export function readApiKey(key: string): ApiKeyReference | undefined {
  const [, id] = form.exec(key) ?? [];
  return id === undefined ? undefined : { keyId: `${idPrefix}${id}`, secretHash: hashOfApiKey(key) };
}

/**
 * What is stored of a key. A plain SHA-256 is enough: 256 random bits are not guessed, however fast the hash, and a slow one
 * such as Argon2, which passwords need, would cost each request a tenth of a second.
 */
export const hashOfApiKey = (key: string): string => createHash('sha256').update(key).digest('base64url');
