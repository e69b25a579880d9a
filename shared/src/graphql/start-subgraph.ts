import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { viewerIn } from '../auth/index.js';
import { type Clock, systemClock } from '../config/index.js';
import { createDataSource, createReadPool, type DataSourceSettings } from '../database/index.js';
import type { Logger } from '../logging/index.js';
import { FairPool, PoolRunner, type StatementRunner } from '../read/index.js';
import type { BuiltSubgraph } from './build-subgraph.js';
import { Executor } from './execute.js';
import type { Subgraph, SubgraphName } from './subgraph.js';

/** What every subgraph needs to run. */
export interface SubgraphDependencies {
  /** URL of the serving role. */
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** Connections for reading, and as many for writing; 10 when absent. */
  readonly connections?: number;
}

/** The connections for reading. */
export interface ReadConnections {
  /** As they are, for what must be known before it is clear whose share something takes. */
  readonly pool: Pool;
  /** The same ones, by shares. */
  readonly shared: FairPool;
}

/** How one subgraph differs from another. */
export interface SubgraphPlan {
  readonly name: SubgraphName;
  readonly entities: DataSourceSettings['entities'];
  schema(db: DataSource, on: ReadConnections): BuiltSubgraph;
  /** How statements run; every one on the pool as it is, unless confidential rows need more. */
  runner?(on: ReadConnections): StatementRunner;
}

/** Opens a subgraph's connections and puts its executor on them. */
export async function startSubgraph(plan: SubgraphPlan, dependencies: SubgraphDependencies): Promise<Subgraph> {
  const { databaseUrl, logger, clock = systemClock, connections } = dependencies;
  const onIdleError = (error: Error): void => logger.warn({ err: error }, 'lost an idle connection');
  const settings = { url: databaseUrl, applicationName: plan.name, max: connections, onIdleError };
  const db = await createDataSource({ ...settings, entities: plan.entities });
  const pool = createReadPool(settings);
  const on = { pool, shared: new FairPool(pool) };
  const built = plan.schema(db, on);
  const runner = plan.runner?.(on) ?? new PoolRunner(on.shared);
  const executor = new Executor({ built, runner, clock, logger });
  return {
    name: plan.name,
    sdl: built.sdl,
    execute: (request) => executor.execute({ ...request, viewer: viewerIn(plan.name, request.viewer) }),
    ready: () => answers(pool),
    close: async () => void (await Promise.all([pool.end(), db.destroy()])),
  };
}

const answers = (pool: Pool): Promise<boolean> =>
  pool.query('select 1').then(
    () => true,
    () => false,
  );
