import { GraphQLError } from 'graphql';

/** Rows of a page when nothing is asked for, and at most (api.md, "lists"). */
export const defaultPage = 20;
export const largestPage = 100;

export interface Page {
  readonly size: number;
  /** `last`: the page is counted from the end, or from `before`. */
  readonly backwards: boolean;
}

/** Size and direction that `first`, `last`, `after` and `before` ask for; refuses what cannot be meant. */
export function pageOf(given: Record<string, unknown>): Page {
  const { first, last } = given as { first?: number | null; last?: number | null };
  if (isGiven(first) && isGiven(last)) throw refusal('Ask for "first" or for "last", not for both.', 'last');
  const backwards = isGiven(last);
  const size = (backwards ? last : first) ?? defaultPage;
  const argument = backwards ? 'last' : 'first';
  if (size < 0) throw refusal(`"${argument}" is the number of rows of a page, so it is not negative.`, argument);
  if (size > largestPage) throw refusal(`"${argument}" is at most ${largestPage}; use cursors for more.`, argument);
  return { size, backwards };
}

const isGiven = (value: unknown): value is number => value !== null && value !== undefined;

const refusal = (message: string, argument: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument } });
