import { Pool } from 'pg';
import { poolOptions, type PoolSettings } from './serving-settings.js';

/** Connections for the reader. Close it with `end()`. */
export function createReadPool(settings: PoolSettings): Pool {
  const pool = new Pool(poolOptions(settings));
  pool.on('error', (error) => settings.onIdleError?.(error));
  // A connection that breaks between two statements of its borrower has no other listener: it would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
