import type { Pool, PoolClient, QueryConfig, QueryResultRow } from 'pg';
import { type Asker, type Caller, callerOf, Turns } from '../callers/index.js';
import { onConnection } from './connection.js';

/** Who holds a connection, and until when. */
interface Holder {
  readonly caller: Caller;
  readonly signal?: AbortSignal;
}

/** Reads rows as the serving role, in the share of who asks. */
export type ReadRows = <Row extends QueryResultRow>(asker: Asker, query: QueryConfig) => Promise<Row[]>;

/**
 * A pool of which nobody holds more than half of the connections at once, and one network three quarters, so that whoever
 * asks much leaves the others theirs; who waits gets the next one by turns, a caller each time.
 */
export class FairPool {
  private readonly turns: Turns;

  constructor(private readonly pool: Pool) {
    const atOnce = pool.options.max;
    const half = Math.ceil(atOnce / 2);
    // a town hall, or all clients of a proxy, are one network
    const ofOneNetwork = { atOnce: Math.max(half, Math.floor((atOnce * 3) / 4)) };
    this.turns = new Turns({ atOnce, ofOneCaller: { atOnce: half }, ofOneNetwork });
  }

  use<Result>({ caller, signal }: Holder, work: (client: PoolClient) => Promise<Result>): Promise<Result> {
    return this.turns.take(caller, () => onConnection(this.pool, signal, work), signal);
  }

  readonly rows: ReadRows = <Row extends QueryResultRow>(asker: Asker, query: QueryConfig) =>
    this.use(
      { caller: callerOf(asker), signal: asker.signal },
      async (client) => (await client.query<Row>(query)).rows,
    );
}
