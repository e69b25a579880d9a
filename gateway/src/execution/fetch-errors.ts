import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { placesOf, type ObjectPath, type Place } from './object-path.js';

interface FailedFetch {
  readonly service: string;
  /** Where in the answer the objects of this fetch are. */
  readonly path: ObjectPath;
  /** The whole answer so far. */
  readonly data: unknown;
  /** The objects that were asked for, in the order of `_entities`; absent for a fetch of root fields. */
  readonly asked?: readonly object[];
}

/** Errors of one fetch with their places in the answer, and with the name of the subgraph as Apollo Gateway marks them. */
export function fetchErrors(errors: readonly GraphQLFormattedError[], fetch: FailedFetch): GraphQLError[] {
  let places: Place[] | undefined;
  const placeOf = ({ path }: GraphQLFormattedError): Place | undefined => {
    const index = path?.[1];
    if (!path || !fetch.asked || typeof index !== 'number') return path && [...fetch.path, ...path];
    places ??= placesOfAsked(fetch.asked, fetch);
    return [...(places[index] ?? []), ...path.slice(2)];
  };
  return errors.map((error) => {
    const message = error.message || `Error while fetching subquery from service "${fetch.service}"`;
    const code = error.extensions?.['code'] || 'DOWNSTREAM_SERVICE_ERROR';
    const extensions = { ...error.extensions, serviceName: fetch.service, code };
    return new GraphQLError(message, { path: placeOf(error), originalError: error as Error, extensions });
  });
}

/** By identity, because not every object at the path was asked for. An object that is at several places has them in turn. */
function placesOfAsked(asked: readonly object[], { data, path }: FailedFetch): Place[] {
  const found = new Map<object, Place[]>();
  for (const { object, place } of placesOf(data, path)) {
    const known = found.get(object);
    if (known) known.push(place);
    else found.set(object, [place]);
  }
  return asked.map((object) => {
    const places = found.get(object) ?? [];
    return (places.length > 1 ? places.shift() : places[0]) ?? path;
  });
}

/** What was thrown, in the form of an error of an answer. */
export function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return error instanceof Error
    ? new GraphQLError(error.message, { originalError: error })
    : new GraphQLError(String(error));
}
