import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';
import type { LoadOrder, LoadResult } from './order.js';

/** A process of its own: what the client costs is not counted with any server. Reads its order, prints the result. */
async function main(): Promise<void> {
  const { url, body, connections, seconds, answer } = JSON.parse(await text(process.stdin)) as LoadOrder;
  const result = await autocannon({
    url,
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body,
    connections,
    duration: seconds,
    timeout: 30,
    expectBody: answer,
  });
  const load: LoadResult = {
    requests: result['2xx'],
    requestsPerSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failures: result.errors + result.timeouts + result.non2xx + result.mismatches,
  };
  console.log(JSON.stringify(load));
}

void main();
