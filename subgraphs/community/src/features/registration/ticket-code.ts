import { randomBytes } from 'node:crypto';
import { Matches } from 'class-validator';

/** Crockford's digits: none looks like another one, so that a code can be typed over. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 24;

/** A code that nobody guesses: 24 digits of 5 random bits. */
export const newTicketCode = (): string => Array.from(randomBytes(length), (byte) => digits[byte & 31]!).join('');

/** Rule of an input: the code as a scanner reads it. */
export const IsTicketCode = (): PropertyDecorator =>
  Matches(/^[0-9A-HJKMNP-TV-Z]{24}$/u, { message: 'Write the 24 signs of a ticket code.' });
