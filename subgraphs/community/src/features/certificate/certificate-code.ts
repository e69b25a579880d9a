import { randomBytes } from 'node:crypto';

/** Crockford's digits: none looks like another one, so that a code can be typed over from paper. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 28;

const grouped = (code: string): string => code.match(/.{4}/g)!.join('-');

/** A code that nobody guesses: 140 random bits, as 7K3M-... */
export const newCertificateCode = (): string =>
  grouped(Array.from(randomBytes(length), (byte) => digits[byte & 31]!).join(''));

/**
 * A code as somebody typed it, in the form in which it is stored: small letters, an O for a 0, an I or L for a 1, and groups
 * in any way (https://www.crockford.com/base32.html). Undefined for what can be no code.
 */
export function readCode(typed: string): string | undefined {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{28}$/.test(plain) ? grouped(plain) : undefined;
}
