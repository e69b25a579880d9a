import { GraphQLError } from 'graphql';
import { emptyPlaces, raisedNulls } from './failure-paths.js';

/** An error that already has the form in which clients may read it. */
export class PublishedError extends GraphQLError {}

interface Answer {
  readonly data?: unknown;
  /** Where it had a null that the schema forbids. */
  readonly problems: readonly GraphQLError[];
}

/**
 * Errors of fetches got their public form where they arose; here they get their places in the answer, and lose
 * the mark of the subgraph that Apollo adds. Other errors stay as they are, for the funnel to judge.
 */
export function placeErrors(errors: readonly GraphQLError[], { data, problems }: Answer): GraphQLError[] {
  const isRaised = raisedNulls(problems, data);
  const placed = errors.flatMap((error) => {
    const { serviceName, ...extensions } = error.extensions;
    if (serviceName === undefined) return [error];
    const places = error.path ? emptyPlaces(error.path, data, isRaised) : [undefined];
    return places.map((path) => new PublishedError(error.message, { path, extensions }));
  });
  // Several fields of one fetch may have made the same parent null.
  return [...new Map(placed.map((error) => [JSON.stringify(error), error])).values()];
}
