import { setTimeout as pause } from 'node:timers/promises';
import { QueryFailedError, type DataSource, type EntityManager } from 'typeorm';

/** Deadlock and serialization failure: PostgreSQL undid the whole transaction, and asks to try again. */
const retryable = new Set(['40P01', '40001']);
const retries = 3;

/** Whether PostgreSQL asks to try the whole transaction again. */
export const isRetryable = (error: unknown): boolean =>
  error instanceof QueryFailedError && retryable.has((error.driverError as { code?: string }).code ?? '');

/**
 * Runs `work` in one transaction; after a deadlock or serialization failure again, at most three times.
 * So `work` must have no effect outside the transaction.
 */
export async function inTransaction<Result>(
  dataSource: DataSource,
  work: (tx: EntityManager) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await dataSource.transaction(work);
    } catch (error) {
      if (attempt >= retries || !isRetryable(error)) throw error;
      // Random, so that two that stopped each other do not meet again; longer each time.
      await pause(Math.random() * 50 * 2 ** attempt);
    }
  }
}
