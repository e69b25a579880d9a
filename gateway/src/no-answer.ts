import type { PublicError } from '@lokaal/shared/errors';
import { httpError } from '@lokaal/shared/http';
import { TimeoutError } from './within.js';

/** What a client reads when a subgraph gave no answer: of the cause no more than whether it was the time. */
export const noAnswer = (service: string, cause?: unknown): PublicError =>
  cause instanceof TimeoutError
    ? httpError('TIMEOUT', `The subgraph "${service}" did not answer in time.`)
    : httpError('SUBGRAPH_UNAVAILABLE', `The subgraph "${service}" is unavailable.`);
