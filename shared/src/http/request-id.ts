import { randomUUID } from 'node:crypto';

export const requestIdHeader = 'x-request-id';

/** Ids from outside are kept when they are short and plain, so that nobody writes into our logs or headers with them. */
const sane = /^[\w.:-]{1,128}$/u;

export const requestIdOf = (given: string | readonly string[] | undefined): string =>
  typeof given === 'string' && sane.test(given) ? given : randomUUID();
