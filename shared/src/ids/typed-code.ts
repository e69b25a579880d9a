import { randomBytes } from 'node:crypto';

/** Crockford's digits (https://www.crockford.com/base32.html): none looks like another one, so that a code can be typed over. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code that nobody guesses: so many digits of 5 random bits. */
export const newCode = (length: number): string =>
  Array.from(randomBytes(length), (byte) => digits[byte & 31]!).join('');

/**
 * A code as somebody typed it, in the form in which it was made: small letters, an O for a 0, an I or L for a 1, and spaces or
 * hyphens anywhere. Undefined for what can be no code of so many digits.
 */
export function readCode(typed: string, length: number): string | undefined {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return plain.length === length && /^[0-9A-HJKMNP-TV-Z]+$/.test(plain) ? plain : undefined;
}
