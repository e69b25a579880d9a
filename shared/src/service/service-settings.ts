import { readEnvironment, refuseConfiguration, unsafeInProduction } from '../config/index.js';
import { ownDatabaseUrls } from '../database/index.js';
import type { DatabaseUrls, SubgraphName } from '../graphql/index.js';

const databaseVariables = {
  community: ['COMMUNITY_DATABASE_URL', 'COMMUNITY_MIGRATION_URL'],
  catalogue: ['CATALOGUE_DATABASE_URL', 'CATALOGUE_MIGRATION_URL'],
  infosec: ['INFOSEC_DATABASE_URL', 'INFOSEC_MIGRATION_URL'],
} as const satisfies Record<SubgraphName, readonly [string, string]>;

/** What every subgraph reads when it is a service of its own. */
const serviceVariables = [
  'NODE_ENV',
  'HOST',
  'PORT',
  'LOG_LEVEL',
  'DEMO_DATA',
  'DEMO_SCALE',
  'GATEWAY_SECRET',
] as const;

export interface ServiceSettings {
  readonly host: string;
  readonly port: number;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';
  readonly urls: DatabaseUrls;
  readonly secret: string;
  readonly production: boolean;
  readonly demoData: boolean;
  readonly demoScale: number;
}

/** The checked configuration of a subgraph as a service. Throws a StartError that lists everything that is wrong. */
export function readServiceSettings(name: SubgraphName, port: number, source: NodeJS.ProcessEnv): ServiceSettings {
  const [databaseVariable, migrationVariable] = databaseVariables[name];
  const names = [...serviceVariables, databaseVariable, migrationVariable];
  const values = readEnvironment(names, { ...source, PORT: source['PORT']?.trim() || String(port) });
  const { GATEWAY_SECRET: secret, [databaseVariable]: databaseUrl } = values;
  refuseConfiguration([
    ...unsafeInProduction(values),
    ...(databaseUrl === undefined
      ? [`${databaseVariable} is missing: expected the URL of a PostgreSQL database.`]
      : []),
    ...(secret === undefined ? ['GATEWAY_SECRET is missing: expected the secret that the gateway has too.'] : []),
  ]);
  return {
    host: values.HOST,
    port: values.PORT,
    logLevel: values.LOG_LEVEL,
    urls: ownDatabaseUrls(databaseUrl!, values[migrationVariable]),
    secret: secret!,
    production: values.NODE_ENV === 'production',
    demoData: values.DEMO_DATA ?? false,
    demoScale: values.DEMO_SCALE,
  };
}
