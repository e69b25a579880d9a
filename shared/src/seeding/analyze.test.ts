import { cloneDatabase } from '../../test/database.js';
import { withConnection } from '../database/index.js';
import { analyze } from './analyze.js';
import { demoDataTable, loadDemoOnce } from './seed-transaction.js';

it('tells the planner about each table of the demonstration data once', async () => {
  const { owner } = await cloneDatabase({ name: 'community', holds: 'nothing', migrate: async () => undefined });
  await withConnection(owner, async (client) => {
    const tables = ['create table early (id text)', 'create table late (id text)', ...demoDataTable()];
    for (const statement of tables) await client.query(statement);
    await loadDemoOnce(owner, { seed: 'once', scale: 1 }, async (loading) => {
      await loading.query(`insert into early values ('one')`);
      await analyze(loading, ['early']);
      await loading.query(`insert into late values ('two')`);
      return { early: 1, late: 1 };
    });
    const text = `select relname, analyze_count::integer from pg_stat_user_tables where relname in ('early', 'late') order by relname`;
    expect((await client.query(text)).rows).toEqual([
      { relname: 'early', analyze_count: 1 },
      { relname: 'late', analyze_count: 1 },
    ]);
  });
});
