/** There was no answer in time. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** Whoever waits for the answer. */
interface Patience {
  /** Milliseconds that are left. */
  readonly time: number;
  /** Comes when the client hangs up. */
  readonly hangUp?: AbortSignal | undefined;
}

/** Ends in time, with a TimeoutError if need be. The work is told by its signal when nobody waits for it any more. */
export async function within<T>({ time, hangUp }: Patience, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  if (time <= 0) throw new TimeoutError('The time for the whole request is over.');
  const controller = new AbortController();
  const giveUp = (): void => controller.abort();
  if (hangUp?.aborted) giveUp();
  hangUp?.addEventListener('abort', giveUp, { once: true });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new TimeoutError(`No answer within ${Math.round(time)} ms.`));
      giveUp();
    }, time);
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    clearTimeout(timer);
    hangUp?.removeEventListener('abort', giveUp);
  }
}
