import { dutchCollation, withConnection } from '@lokaal/shared/database';
import { escapeIdentifier, escapeLiteral } from 'pg';
import type { BenchPostgres } from '../postgres/bench-postgres.js';

interface Copy {
  readonly from: 'community' | 'catalogue' | 'infosec';
  readonly table: string;
  readonly columns: string;
  readonly where?: string;
  readonly indexes: readonly string[];
}

/** What the reference question needs, with the indexes that somebody would give it who has only this question. */
const copies: readonly Copy[] = [
  {
    from: 'catalogue',
    table: 'solution',
    columns: 'id, slug, name, vendor_id, status',
    indexes: [`(name, id) where status in ('PUBLISHED', 'WITHDRAWN')`],
  },
  { from: 'catalogue', table: 'vendor', columns: 'id, name', indexes: [] },
  {
    from: 'catalogue',
    table: 'portfolio_item',
    columns: 'id, solution_id, authority_id, status, since, visibility',
    indexes: [`(solution_id, since, id) include (authority_id, status) where visibility = 'PUBLIC'`],
  },
  { from: 'community', table: 'organisation', columns: 'id, legal_name', indexes: [] },
  { from: 'community', table: 'knowledge_circle', columns: 'id, name', indexes: [] },
  {
    from: 'community',
    table: 'circle_membership',
    columns: 'id, circle_id, organisation_id, from_date, to_date',
    indexes: ['(organisation_id)'],
  },
  {
    from: 'infosec',
    table: 'published_label',
    columns: 'id, authority_id, level, kind, valid_from, valid_until',
    where: 'withdrawn_at is null',
    indexes: ['(authority_id, valid_from desc, id desc)'],
  },
];

/** A foreign schema of the same name for a database of the graph. */
const attach = (name: string, { port, superuser }: BenchPostgres): string[] => [
  `create server ${name} foreign data wrapper postgres_fdw
     options (host '127.0.0.1', port ${escapeLiteral(String(port))}, dbname ${escapeLiteral(name)})`,
  `create user mapping for current_user server ${name}
     options (user ${escapeLiteral(superuser.user)}, password ${escapeLiteral(superuser.password)})`,
  `create schema ${name}`,
  `import foreign schema public limit to (${copies
    .filter(({ from }) => from === name)
    .map(({ table }) => table)
    .join(', ')}) from server ${name} into ${name} options (import_generated 'false')`,
];

const copyOf = ({ from, table, columns, where = 'true', indexes }: Copy): string[] => [
  `create table ${table} as select ${columns} from ${from}.${table} where ${where}`,
  `alter table ${table} add primary key (id)`,
  ...indexes.map((index) => `create index on ${table} ${index}`),
];

const detach = (name: string): string[] => [`drop schema ${name} cascade`, `drop server ${name} cascade`];

/** Copies the graph's tables into the floor's database, where its role may read them. */
export async function copyTables(
  postgres: BenchPostgres,
  { database, reader }: { database: string; reader: string },
): Promise<void> {
  const origins = [...new Set(copies.map(({ from }) => from))];
  const statements = [
    'create extension postgres_fdw',
    // columns come with the order of their names
    ...dutchCollation(),
    ...origins.flatMap((name) => attach(name, postgres)),
    ...copies.flatMap(copyOf),
    ...origins.flatMap(detach),
    `grant select on all tables in schema public to ${escapeIdentifier(reader)}`,
    'vacuum analyze',
  ];
  await withConnection(postgres.urlOf(database, postgres.superuser), async (client) => {
    for (const statement of statements) await client.query(statement);
  });
}
