import { setMaxListeners } from 'node:events';
import type { FastifyReply } from 'fastify';

/** Comes when whoever asked closes the connection before the answer is there: that is how a request is given up. */
export function hangUpOf({ raw }: FastifyReply): AbortSignal {
  const controller = new AbortController();
  // one of each fetch that goes on
  setMaxListeners(0, controller.signal);
  raw.once('close', () => {
    if (!raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
