import type { Client } from 'pg';
import { withConnection } from '@lokaal/shared/database';
import { lockWaits } from '../../../shared/test/lock-waits.js';
import type { TestSubgraph } from '../../../shared/test/subgraph.js';

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
}

/** Runs this statement in a connection of its own and holds what it locks; `letGo` says when the others may go on. */
export const holding = <Result>(
  on: TestSubgraph,
  statement: Statement,
  work: (letGo: () => Promise<void>) => Promise<Result>,
): Promise<Result> =>
  withConnection(on.urls.owner, async (client: Client) => {
    await client.query('begin');
    await client.query(statement);
    return work(async () => void (await client.query('commit')));
  });

/** Until so many wait, or the work is over that was expected to. */
export async function untilWaiting(on: TestSubgraph, count: number, work?: Promise<unknown>): Promise<void> {
  let isOver = false;
  const noteEnd = () => {
    isOver = true;
  };
  void work?.then(noteEnd, noteEnd);
  while (!isOver && (await on.sql(lockWaits)).length < count) await new Promise(setImmediate);
}
