import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Asking } from './asking.js';
import { placesOf, type ObjectPath, type Place } from './object-path.js';

interface FailedFetch {
  readonly service: string;
  /** Where in the answer the objects of this fetch are. */
  readonly path: ObjectPath;
  /** The whole answer so far. */
  readonly data: unknown;
  /** The objects that were asked for, in the order of `_entities`; absent for a fetch of root fields. */
  readonly asked?: Asking['asked'];
}

/** Errors of one fetch with their places in the answer, and with the name of the subgraph as Apollo Gateway marks them. */
export function fetchErrors(errors: readonly GraphQLFormattedError[], fetch: FailedFetch): GraphQLError[] {
  let places: Map<object, Place[]> | undefined;
  const placesOfError = ({ path }: GraphQLFormattedError): (Place | undefined)[] => {
    const index = path?.[1];
    if (!path || !fetch.asked || typeof index !== 'number') return [path && [...fetch.path, ...path]];
    const known = (places ??= placesByObject(fetch));
    const objects = new Set(fetch.asked[index]);
    if (objects.size === 0) return [path.slice(2)];
    return [...objects].flatMap((one) => (known.get(one) ?? [[]]).map((place) => [...place, ...path.slice(2)]));
  };
  return errors.flatMap((error) => placesOfError(error).map((path) => markedError(error, path, fetch.service)));
}

function markedError(error: GraphQLFormattedError, path: Place | undefined, serviceName: string): GraphQLError {
  const message = error.message || `Error while fetching subquery from service "${serviceName}"`;
  const code = error.extensions?.['code'] || 'DOWNSTREAM_SERVICE_ERROR';
  const extensions = { ...error.extensions, serviceName, code };
  return new GraphQLError(message, { path, originalError: error as Error, extensions });
}

/** By identity, because not every object at the path was asked for, and one object may be at several places. */
function placesByObject({ data, path }: FailedFetch): Map<object, Place[]> {
  const found = new Map<object, Place[]>();
  for (const { object, place } of placesOf(data, path)) {
    const known = found.get(object);
    if (known) known.push(place);
    else found.set(object, [place]);
  }
  return found;
}

/** What was thrown, in the form of an error of an answer. */
export function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return error instanceof Error
    ? new GraphQLError(error.message, { originalError: error })
    : new GraphQLError(String(error));
}
