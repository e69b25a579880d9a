import { DataSource, type DataSourceOptions } from 'typeorm';
import { StartError } from '../config/index.js';
import { placeOf } from './database-url.js';
import { poolOptions, type PoolSettings } from './serving-settings.js';

export interface DataSourceSettings extends PoolSettings {
  readonly entities: NonNullable<DataSourceOptions['entities']>;
}

/** A machine that is busy with a start may need longer for the first connection than a request may wait. */
const firstAttempts = 10;

/**
 * An initialised TypeORM data source of the serving role, for writes. Close it with `destroy()`.
 * Throws a StartError when the server does not answer in time.
 */
export async function createDataSource(settings: DataSourceSettings): Promise<DataSource> {
  const options = poolOptions(settings);
  const dataSource = new DataSource({
    type: 'postgres',
    url: options.connectionString,
    poolSize: options.max,
    installExtensions: false,
    entities: settings.entities,
    poolErrorHandler: (error: Error) => settings.onIdleError?.(error),
    extra: options,
  });
  for (let attempt = 1; attempt <= firstAttempts; attempt += 1) {
    const initialised = await dataSource.initialize().catch(unlessTimeout);
    if (initialised) return initialised;
  }
  throw new StartError(`The database ${placeOf(settings.url)} does not answer in time.`);
}

function unlessTimeout(error: Error): undefined {
  if (!/connection timeout|timeout exceeded/u.test(error.message)) throw error;
}
