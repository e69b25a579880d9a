import { setTimeout as pause } from 'node:timers/promises';
import { withConnection } from '@lokaal/shared/database';
import type { Client } from 'pg';
import type { RunningContender } from '../contenders/index.js';
import type { BenchPostgres } from '../postgres/bench-postgres.js';
import { ask } from './ask.js';

/** Enough that a statement which something else runs now and then rounds to none. */
const questions = 20;

/** How often each statement ran per question; BEGIN and the like are not counted as statements. */
const perQuestion = `
  select coalesce(sum(round(calls / $2::numeric)), 0)::integer as statements
  from pg_stat_statements s join pg_database d on d.oid = s.dbid
  where d.datname = any ($1) and s.toplevel`;

const withServer = <Result>(postgres: BenchPostgres, work: (client: Client) => Promise<Result>) =>
  withConnection(postgres.urlOf('postgres', postgres.superuser), work);

/** Makes PostgreSQL count statements. */
export const startCounting = (postgres: BenchPostgres): Promise<void> =>
  withServer(postgres, async (client) => {
    await client.query('create extension pg_stat_statements');
  });

/** From here on nothing is counted, so that counting costs nobody anything. */
export const stopCounting = (postgres: BenchPostgres): Promise<void> =>
  withServer(postgres, async (client) => {
    await client.query(`alter system set pg_stat_statements.track = 'none'`);
    await client.query('select pg_reload_conf()');
    await pause(500);
  });

/** Statements that PostgreSQL ran for one reference question, as the server itself counted them. */
export const countStatements = (postgres: BenchPostgres, running: RunningContender, first: number): Promise<number> =>
  withServer(postgres, async (client) => {
    await client.query('select pg_stat_statements_reset()');
    for (let turn = 0; turn < questions; turn += 1) await ask(running, first);
    const { rows } = await client.query<{ statements: number }>(perQuestion, [running.databases, questions]);
    return rows[0]?.statements ?? 0;
  });
