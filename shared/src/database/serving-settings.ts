import { withSettings } from './database-url.js';

export interface PoolSettings {
  /** URL of the serving role. */
  readonly url: string;
  /** Shown by PostgreSQL in its lists of connections, for example 'catalogue'. */
  readonly applicationName: string;
  /** Connections at most; 10 when absent. */
  readonly max?: number;
  /** Milliseconds that a request waits for a connection before it fails; 3,000 when absent. */
  readonly patience?: number;
  /** Told when the server drops an idle connection; the pool replaces it by itself. */
  readonly onIdleError?: (error: Error) => void;
}

/** Milliseconds, on every serving connection: nothing waits for ever, and nothing is left open. */
const limits = { statement_timeout: 5_000, lock_timeout: 3_000, idle_in_transaction_session_timeout: 10_000 };

/** `jit` off: it costs more than it gains on statements of milliseconds. */
const servingUrl = (url: string, applicationName: string): string =>
  withSettings(url, { ...limits, timezone: 'UTC', jit: 'off', application_name: applicationName });

/** What pg.Pool gets, also through TypeORM. */
export const poolOptions = ({ url, applicationName, max = 10, patience = 3_000 }: PoolSettings) => ({
  connectionString: servingUrl(url, applicationName),
  connectionTimeoutMillis: patience,
  max,
  // Connections are renewed, so that their memory and plans cannot grow for ever.
  maxLifetimeSeconds: 1_800,
});
