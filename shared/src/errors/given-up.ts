import { GraphQLError } from 'graphql';

/** Nobody waits for the answer any more: the gateway has told its client TIMEOUT, or the client hung up. */
export const givenUp = (): GraphQLError =>
  new GraphQLError('The time for this request is over.', { extensions: { code: 'TIMEOUT' } });

/** Throws when nobody waits for the answer any more. */
export function refuseGivenUp(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw givenUp();
}
