import { badArgument } from './bad-argument.js';

/** Rows of a page when nothing is asked for, and at most. */
export const defaultPage = 20;
export const largestPage = 100;

/** Whether the page is counted from the end, or from `before`. */
export function isBackwards({ first, last }: Record<string, unknown>): boolean {
  if (isGiven(first) && isGiven(last)) throw badArgument('last', 'cannot be asked for together with "first"');
  return isGiven(last);
}

/** Rows of the page that `first` or `last` asks for; refuses what cannot be meant. */
export function sizeOfPage(given: Record<string, unknown>): number {
  const { first, last } = given as { first?: number | null; last?: number | null };
  const backwards = isBackwards(given);
  const size = (backwards ? last : first) ?? defaultPage;
  const argument = backwards ? 'last' : 'first';
  if (size < 0) throw badArgument(argument, 'is the number of rows of a page, so it is not negative');
  if (size > largestPage) throw badArgument(argument, `is at most ${largestPage}; use cursors for more`);
  return size;
}

const isGiven = (value: unknown): value is number => value !== null && value !== undefined;
