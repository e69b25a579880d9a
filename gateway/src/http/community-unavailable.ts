import { httpError } from '@lokaal/shared/http';

/** Answers 503 beside the graph, in the words of the graph. */
export const communityUnavailable = httpError('SUBGRAPH_UNAVAILABLE', 'The subgraph "community" is unavailable.');
