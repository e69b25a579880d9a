import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { withAdvisoryLock } from '../src/database/index.js';
import type { DatabaseUrls, SubgraphModule, SubgraphName } from '../src/graphql/subgraph.js';

/** What of a subgraph's module makes its template. */
export type Migrated = Pick<SubgraphModule<never>, 'name' | 'migrate'> & {
  /** What the template holds beside the tables, when it is not the plain one. */
  readonly holds?: string;
};

/** Set by the global setup of Jest. */
function serverUrl(): string {
  const url = process.env['TEST_SERVER_URL'];
  if (url === undefined)
    throw new Error('There is no test server: is globalSetup missing from the configuration of Jest?');
  return url;
}

const urlFor = (user: string, database: string): string =>
  Object.assign(new URL(serverUrl()), { username: user, pathname: `/${database}` }).toString();

const urlsOf = (name: SubgraphName, database: string): DatabaseUrls => ({
  owner: urlFor(`${name}_owner`, database),
  server: urlFor(`${name}_server`, database),
});

async function asAdministrator(...statements: string[]): Promise<number> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    let rows = 0;
    for (const statement of statements) rows = (await client.query(statement)).rowCount ?? 0;
    return rows;
  } finally {
    await client.end();
  }
}

/** Templates of one subgraph share its roles; whoever comes second finds them. */
const rolesOf = (name: SubgraphName): string[] =>
  ['owner', 'server'].map(
    (role) => `do $do$ begin
      create role ${name}_${role} login password ${escapeLiteral(new URL(serverUrl()).password)};
    exception when duplicate_object or unique_violation then null; end $do$`,
  );

/** As the embedded server has it: only the two roles of a subgraph may connect. */
const closeToOthers = (name: SubgraphName, database: string): string[] => [
  `revoke all on database ${escapeIdentifier(database)} from public`,
  `grant connect on database ${escapeIdentifier(database)} to ${name}_server`,
];

async function makeTemplate({ name, migrate }: Migrated, template: string): Promise<void> {
  await asAdministrator(...rolesOf(name), `create database ${template} owner ${name}_owner`);
  await migrate(urlsOf(name, template));
  await asAdministrator(`alter database ${template} is_template true allow_connections false`);
}

/** The first test file that needs it migrates it; the others wait for that, or find it done. */
async function ensureTemplate(module: Migrated): Promise<string> {
  const template = `${module.name}_template${module.holds ? `_${module.holds}` : ''}`;
  await withAdvisoryLock(serverUrl(), template, async () => {
    const rows = await asAdministrator(`select from pg_database where datname = '${template}' and datistemplate`);
    if (rows === 0) await makeTemplate(module, template);
  });
  return template;
}

const clones: string[] = [];

/**
 * A database of its own for this test file: migrated, empty but for what migrations put in, dropped after the last test.
 * Call it in beforeAll, with the module of a subgraph: `cloneDatabase(community)`.
 */
export async function cloneDatabase(module: Migrated): Promise<DatabaseUrls> {
  const template = await ensureTemplate(module);
  const database = `${module.name}_${process.env['JEST_WORKER_ID'] ?? 0}_${Date.now().toString(36)}_${clones.length}`;
  await asAdministrator(
    `create database ${database} template ${template} owner ${module.name}_owner`,
    ...closeToOthers(module.name, database),
  );
  clones.push(database);
  return urlsOf(module.name, database);
}

const beforeDropping: (() => Promise<void>)[] = [];

/** What must be closed before this file's databases are dropped. */
export const closeBeforeDropping = (close: () => Promise<void>): void => void beforeDropping.push(close);

afterAll(async () => {
  for (const close of beforeDropping.splice(0)) await close();
  await asAdministrator(...clones.splice(0).map((database) => `drop database ${database} with (force)`));
});
