import { AbstractLogger, DataSource, type MigrationInterface } from 'typeorm';
import type { DatabaseUrls } from '../graphql/subgraph.js';
import { withAdvisoryLock } from './advisory-lock.js';
import { withSettings } from './database-url.js';
import { requireOwner } from './require-owner.js';
import { executeGrantTable, grantTable } from './serving-grants.js';
import { applyServingGrants, ensureServingRole } from './serving-role.js';

export interface MigrationPlan {
  readonly urls: DatabaseUrls;
  /** Classes of migrations, oldest first by the time stamp in their names. */
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** A migration that fails throws; printing it as well would tell it twice. */
class SilentLogger extends AbstractLogger {
  protected writeLog(): void {}
}

/**
 * Bounded waits for table locks: a migration that queues behind a long transaction would make all readers queue too. The last
 * migrations may be lost in a crash: the next start runs them again.
 */
const migrationSettings = {
  lock_timeout: 10_000,
  synchronous_commit: 'off',
  timezone: 'UTC',
  application_name: 'migration',
};

/** Each migration in its own transaction: one that was cut off leaves nothing behind, and the next run goes on there. */
async function runMigrations({ urls, migrations }: MigrationPlan): Promise<void> {
  const owner = new DataSource({
    type: 'postgres',
    url: withSettings(urls.owner, migrationSettings),
    poolSize: 1,
    installExtensions: false,
    logger: new SilentLogger(),
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  });
  await owner.initialize();
  try {
    await owner.query(grantTable);
    await owner.query(executeGrantTable);
    await owner.runMigrations();
  } finally {
    await owner.destroy();
  }
}

/**
 * Brings the database up to date as its owner, and gives the serving role exactly what the migrations said.
 * Safe to repeat, and to run at once from several processes: an advisory lock lets one go first.
 * Throws a StartError when the server is too old, does not answer, the database is somebody else's, or the serving role cannot be
 * made.
 */
export const migrate = (plan: MigrationPlan): Promise<void> =>
  withAdvisoryLock(plan.urls.owner, 'migrate', async () => {
    await requireOwner(plan.urls.owner);
    await ensureServingRole(plan.urls);
    await runMigrations(plan);
    await applyServingGrants(plan.urls);
  });
