import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { connectionsOfPool, graph, type RunningContender } from '../contenders/index.js';
import { post } from '../measure/ask.js';
import type { Options } from '../options.js';
import { startBenchPostgres } from '../postgres/bench-postgres.js';
import { describeMachine, type Machine } from '../report/machine.js';
import type { UndoList } from '../undo-list.js';
import { mediansOf } from './medians.js';
import { pageAfter, searches } from './questions.js';

/** One question of two sizes, or of two places of a list. */
export interface SizeRow {
  readonly name: string;
  /** Rows that were found. */
  readonly found?: readonly [small: number, large: number];
  /** Milliseconds, medians. */
  readonly ms: readonly [small: number, large: number];
  readonly ratio: number;
}

export interface SizesReport {
  readonly measuredAt: string;
  readonly machine: Machine;
  readonly options: Options;
  readonly searches: readonly SizeRow[];
  readonly pages: readonly SizeRow[];
}

interface Place {
  readonly folder: string;
  readonly undo: UndoList;
}

/** This project on data of a size, with a PostgreSQL of its own. */
async function startSize(scale: number, { folder, undo }: Place): Promise<RunningContender> {
  console.error(`Loading demonstration data, ${scale} times their size ...`);
  const own = join(folder, `size-${scale}`);
  await mkdir(own, { mode: 0o711 });
  const postgres = await startBenchPostgres(own);
  undo.add(() => postgres.stop());
  const running = await graph.start({ postgres, folder: own, scale, connections: connectionsOfPool });
  undo.add(() => running.stop());
  return running;
}

interface Solutions {
  readonly totalCount: number;
  readonly pageInfo: { readonly endCursor: string };
}

async function solutionsOf(url: string, body: string): Promise<Solutions> {
  return (JSON.parse(await post(url, body)) as { data: { solutions: Solutions } }).data.solutions;
}

async function rowOf(name: string, asks: readonly (() => Promise<unknown>)[], rounds: number): Promise<SizeRow> {
  console.error(`Asking: ${name} ...`);
  const [small, large] = (await mediansOf(asks, rounds)) as [number, number];
  return { name, ms: [small, large], ratio: large / small };
}

async function compareSearches([small, large]: readonly [string, string], rounds: number): Promise<SizeRow[]> {
  const rows: SizeRow[] = [];
  for (const { name, body } of searches) {
    const count = async (url: string): Promise<number> => (await solutionsOf(url, body)).totalCount;
    const found = [await count(small), await count(large)] as const;
    rows.push({ ...(await rowOf(name, [() => post(small, body), () => post(large, body)], rounds)), found });
  }
  return rows;
}

/** The cursor before a page of twenty, walked to as a client would. */
async function cursorBefore(page: number, url: string): Promise<string | null> {
  let after: string | null = null;
  for (let rows = (page - 1) * 20; rows > 0; rows -= 100)
    ({ endCursor: after } = (await solutionsOf(url, pageAfter(after, Math.min(rows, 100)))).pageInfo);
  return after;
}

async function comparePages(url: string, rounds: number): Promise<SizeRow> {
  const far = pageAfter(await cursorBefore(1_000, url), 20);
  return rowOf('page 1 and page 1,000', [() => post(url, pageAfter(null, 20)), () => post(url, far)], rounds);
}

/** How much longer the same question takes of much more data, and far down a list. */
export async function compareSizes(options: Options, place: Place): Promise<SizesReport> {
  const machine = describeMachine();
  const small = await startSize(1, place);
  const large = await startSize(options.scale, place);
  return {
    measuredAt: new Date().toISOString(),
    machine,
    options,
    searches: await compareSearches([small.url, large.url], options.rounds),
    pages: [await comparePages(large.url, options.rounds)],
  };
}
