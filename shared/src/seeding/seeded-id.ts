import { hash } from 'node:crypto';
import type { IdPrefix } from '../ids/index.js';

/** Milliseconds in the id's time part: 1 January 2024, so that every id made here sorts before those of later rows. */
const timePart = Buffer.from(Date.UTC(2024, 0, 1).toString(16).padStart(12, '0'), 'hex');
const idBytes = 16;

/**
 * The TypeID of a row that has a natural key: the same prefix and key give the same id everywhere, so that three
 * subgraphs agree on the id of an organisation without asking each other. Shaped as UUIDv7 (RFC 9562): a fixed time
 * and 74 bits of the key's SHA-256 where the random bits stand.
 */
export function seededId(prefix: IdPrefix, key: string): string {
  // A character a byte: a buffer for each would take twice the time.
  const digest = hash('sha256', `${prefix}:${key}`, 'binary');
  const bytes = new Uint8Array(idBytes);
  for (let at = 0; at < idBytes; at += 1) bytes[at] = timePart[at] ?? digest.charCodeAt(at);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return `${prefix}_${base32(bytes)}`;
}

const digits = '0123456789abcdefghjkmnpqrstvwxyz';

/** Crockford's base 32 of 128 bits in 26 digits, as TypeID writes it; by hand, since a size factor makes millions. */
function base32(bytes: Uint8Array): string {
  let text = '';
  let pending = 0;
  // 130 bits in 26 digits: two zero bits lead.
  let bits = 2;
  for (const byte of bytes) {
    pending = (pending << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += digits[(pending >> bits) & 31];
    }
    pending &= (1 << bits) - 1;
  }
  return text;
}
