import { createHash } from 'node:crypto';
import { readEnvironment, refuseConfiguration, unsafeInProduction, type Environment } from '@lokaal/shared/config';
import type { SubgraphName } from '@lokaal/shared/graphql';

/** What `npm start` reads. */
const allInOneVariables = [
  'NODE_ENV',
  'HOST',
  'PORT',
  'PUBLIC_URL',
  'TRUSTED_PROXIES',
  'LOG_LEVEL',
  'INTROSPECTION',
  'PLAYGROUND',
  'DATA_DIR',
  'DEMO_DATA',
  'DEMO_SCALE',
  'COMMUNITY_DATABASE_URL',
  'CATALOGUE_DATABASE_URL',
  'INFOSEC_DATABASE_URL',
  'COMMUNITY_MIGRATION_URL',
  'CATALOGUE_MIGRATION_URL',
  'INFOSEC_MIGRATION_URL',
  'FIRST_STAFF_EMAIL',
  'SMTP_URL',
  'MAIL_FROM',
  'KEY_SECRET',
  'OPENID_ISSUERS',
] as const;

type Values = Environment<(typeof allInOneVariables)[number]>;

export interface OwnDatabase {
  readonly databaseUrl: string;
  readonly migrationUrl?: string;
}

export interface AllInOneSettings {
  readonly values: Values;
  readonly production: boolean;
  /** Absent: the embedded database. */
  readonly ownDatabases?: Record<SubgraphName, OwnDatabase>;
  readonly demoData: boolean;
  /** Absent: the one of the data folder. */
  readonly keySecret?: string;
}

const databaseVariables = ['COMMUNITY_DATABASE_URL', 'CATALOGUE_DATABASE_URL', 'INFOSEC_DATABASE_URL'] as const;
const migrationVariables = ['COMMUNITY_MIGRATION_URL', 'CATALOGUE_MIGRATION_URL', 'INFOSEC_MIGRATION_URL'] as const;

function halfConfigured(values: Values): string[] {
  const missing = databaseVariables.filter((name) => values[name] === undefined);
  if (missing.length === 0) return [];
  if (missing.length < databaseVariables.length)
    return [
      `${missing.join(' and ')} missing: give the URLs of all three databases, or of none to use the embedded one.`,
    ];
  const lonely = migrationVariables.filter((name) => values[name] !== undefined);
  return lonely.map((name) => `${name} is given without ${name.replace('MIGRATION', 'DATABASE')}.`);
}

/** Each subgraph has tables of its own, some by the same name as another's. */
function sharedDatabases(values: Values): string[] {
  const places = databaseVariables.map((name) => {
    const { host, pathname } = new URL(values[name] ?? `none://${name}/`);
    return host + pathname;
  });
  const shared = databaseVariables.filter((_, index) => places.filter((one) => one === places[index]).length > 1);
  return shared.map((name) => `${name} names the database of another subgraph: each needs one of its own.`);
}

function ownDatabases(values: Values): AllInOneSettings['ownDatabases'] {
  const { COMMUNITY_DATABASE_URL, CATALOGUE_DATABASE_URL, INFOSEC_DATABASE_URL } = values;
  if (
    COMMUNITY_DATABASE_URL === undefined ||
    CATALOGUE_DATABASE_URL === undefined ||
    INFOSEC_DATABASE_URL === undefined
  )
    return undefined;
  return {
    community: { databaseUrl: COMMUNITY_DATABASE_URL, migrationUrl: values.COMMUNITY_MIGRATION_URL },
    catalogue: { databaseUrl: CATALOGUE_DATABASE_URL, migrationUrl: values.CATALOGUE_MIGRATION_URL },
    infosec: { databaseUrl: INFOSEC_DATABASE_URL, migrationUrl: values.INFOSEC_MIGRATION_URL },
  };
}

/** Outside production a database of one's own needs no secret: as long as its URL stays the same, so does this one. */
const developmentSecret = (databaseUrl: string): string =>
  createHash('sha256').update(`key secret of ${databaseUrl}`).digest('base64url');

/** The checked configuration. Throws a StartError that lists everything that is wrong. */
export function readAllInOneSettings(source: NodeJS.ProcessEnv): AllInOneSettings {
  const values = readEnvironment(allInOneVariables, source);
  const production = values.NODE_ENV === 'production';
  const own = ownDatabases(values);
  refuseConfiguration([
    ...halfConfigured(values),
    ...sharedDatabases(values),
    ...unsafeInProduction(values),
    ...(production && own && values.KEY_SECRET === undefined
      ? ['KEY_SECRET is missing: expected a secret of at least 32 bytes, which encrypts the keys that sign in people.']
      : []),
    ...(production && values.SMTP_URL === undefined
      ? ['SMTP_URL is missing: without it mails would be printed, and their links sign people in.']
      : []),
  ]);
  return {
    values,
    production,
    ownDatabases: own,
    demoData: values.DEMO_DATA ?? (own === undefined && !production),
    keySecret: values.KEY_SECRET ?? (own && developmentSecret(own.community.databaseUrl)),
  };
}
