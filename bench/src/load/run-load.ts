import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { LoadOrder, LoadResult } from './order.js';

/** Runs the client process. Throws when a single request went wrong: figures of wrong answers tell nothing. */
export async function runLoad(order: LoadOrder): Promise<LoadResult> {
  const client = spawn(process.execPath, [join(__dirname, 'client.js')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(client, 'close');
  client.stdin.end(JSON.stringify(order));
  const output = await text(client.stdout);
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`The client ended with code ${code}.`);
  const result = JSON.parse(output) as LoadResult;
  if (result.failures > 0 || result.requests === 0)
    throw new Error(`${result.failures} of ${result.requests} requests to ${order.url} went wrong.`);
  return result;
}
