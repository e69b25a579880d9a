import { newCode, readCode } from '@lokaal/shared/ids';
import { ValidateBy } from 'class-validator';

const length = 24;

/** A code that nobody guesses: 120 random bits. */
export const newTicketCode = (): string => newCode(length);

/** A code as a scanner reads it or as somebody types it over, in the form in which it is stored. */
export const readTicketCode = (typed: string): string | undefined => readCode(typed, length);

/** Rule of an input: what can be a ticket code, as a scanner reads it or as somebody types it. */
export const IsTicketCode = (): PropertyDecorator =>
  ValidateBy({
    name: 'isTicketCode',
    validator: {
      validate: (typed: unknown) => typeof typed === 'string' && readTicketCode(typed) !== undefined,
      defaultMessage: () => 'Write the 24 signs of a ticket code.',
    },
  });
