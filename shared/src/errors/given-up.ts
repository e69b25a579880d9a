import { GraphQLError } from 'graphql';

/** Throws when nobody waits for the answer any more: the gateway has told its client TIMEOUT. */
export function refuseGivenUp(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  throw new GraphQLError('The time for this request is over.', { extensions: { code: 'TIMEOUT' } });
}
