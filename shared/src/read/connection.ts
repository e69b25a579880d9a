import { connect } from 'node:net';
import type { Pool, PoolClient } from 'pg';
import { refuseGivenUp } from '../errors/index.js';

/**
 * Gives `work` a connection of the pool. When the signal comes, the statement that runs is cancelled: nobody waits for it.
 * The connection is not used again after that, since the cancellation could meet its next statement, nor after an error.
 */
export async function onConnection<Result>(
  pool: Pool,
  signal: AbortSignal | undefined,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  refuseGivenUp(signal);
  const client = await pool.connect();
  const cancel = (): void => cancelStatement(client);
  signal?.addEventListener('abort', cancel, { once: true });
  let isClean = false;
  try {
    refuseGivenUp(signal);
    const result = await work(client);
    isClean = !signal?.aborted;
    return result;
  } finally {
    signal?.removeEventListener('abort', cancel);
    client.release(!isClean);
  }
}

/** What the driver knows of its server; its types leave this out. */
interface Backend {
  readonly host: string;
  readonly port: number;
  readonly processID: number;
  readonly secretKey: number;
}

/** First word of a request to cancel: https://www.postgresql.org/docs/current/protocol-message-formats.html, CancelRequest. */
const cancelCode = 80_877_102;

/** By a connection of its own, as the protocol wants it. Where that cannot be made, the statement timeout ends the statement. */
function cancelStatement(client: PoolClient): void {
  const { host, port, processID, secretKey } = client as unknown as Backend;
  const message = Buffer.alloc(16);
  [message.length, cancelCode, processID, secretKey].forEach((word, index) => message.writeInt32BE(word, index * 4));
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host);
  socket.on('error', () => undefined).end(message);
}
