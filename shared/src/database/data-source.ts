import { DataSource, type DataSourceOptions } from 'typeorm';
import { poolOptions, type PoolSettings } from './serving-settings.js';

export interface DataSourceSettings extends PoolSettings {
  readonly entities: NonNullable<DataSourceOptions['entities']>;
}

/** An initialised TypeORM data source of the serving role, for writes. Close it with `destroy()`. */
export function createDataSource(settings: DataSourceSettings): Promise<DataSource> {
  const options = poolOptions(settings);
  return new DataSource({
    type: 'postgres',
    url: options.connectionString,
    poolSize: options.max,
    installExtensions: false,
    entities: settings.entities,
    poolErrorHandler: (error: Error) => settings.onIdleError?.(error),
    extra: options,
  }).initialize();
}
