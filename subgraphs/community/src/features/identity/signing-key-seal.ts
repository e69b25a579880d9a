import {
  calculateJwkThumbprint,
  compactDecrypt,
  CompactEncrypt,
  errors,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';
import { accessTokenRules } from '@lokaal/shared/auth';
import type { SigningKeyEntity } from './signing-key.entity.js';

export interface SigningKey {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicJwk: JWK;
  readonly signsFrom: Date;
  readonly signsUntil: Date;
}

const algorithm = accessTokenRules.algorithm;
const encryption = { alg: 'dir', enc: 'A256GCM' } as const;

/** A new key pair, its private half encrypted (JWE) with the sealing key. */
export async function newSealedKey(sealingKey: Uint8Array): Promise<Pick<SigningKeyEntity, 'kid' | 'sealedJwk'>> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const kid = await calculateJwkThumbprint(jwk);
  const plain = new TextEncoder().encode(JSON.stringify(jwk));
  const sealedJwk = await new CompactEncrypt(plain).setProtectedHeader({ ...encryption, kid }).encrypt(sealingKey);
  return { kid, sealedJwk };
}

/** The key pair, or undefined when this sealing key did not seal it. The public half too comes from what was sealed. */
export async function unsealKey(row: SigningKeyEntity, sealingKey: Uint8Array): Promise<SigningKey | undefined> {
  const plain = await open(row.sealedJwk, sealingKey);
  if (plain === undefined) return undefined;
  const { d, ...publicPart } = JSON.parse(plain) as JWK;
  if ((await calculateJwkThumbprint(publicPart)) !== row.kid) return undefined;
  const privateKey = (await importJWK({ d, ...publicPart }, algorithm)) as CryptoKey;
  const publicJwk = { ...publicPart, kid: row.kid, alg: algorithm, use: 'sig' };
  return { kid: row.kid, privateKey, publicJwk, signsFrom: row.signsFrom, signsUntil: row.signsUntil };
}

async function open(sealed: string, sealingKey: Uint8Array): Promise<string | undefined> {
  try {
    const { plaintext } = await compactDecrypt(sealed, sealingKey, {
      keyManagementAlgorithms: [encryption.alg],
      contentEncryptionAlgorithms: [encryption.enc],
    });
    return new TextDecoder().decode(plaintext);
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
