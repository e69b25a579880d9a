import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds: longer than the work takes for a known e-mail address, on a machine that is not overloaded. */
const floor = 250;

/** Runs work whose duration would tell something (whether an account exists), and answers no sooner than a fixed time. */
export async function takingAtLeast(work: () => Promise<void>): Promise<void> {
  const [outcome] = await Promise.allSettled([work(), pause(floor)]);
  if (outcome.status === 'rejected') throw outcome.reason;
}
