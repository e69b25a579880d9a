import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { createDataSource } from './data-source.js';

let proxy: Server;

/** A way to the test server that lets so many connections hang before it lets one through. */
async function slowWay(hanging: number): Promise<string> {
  const url = new URL(process.env['TEST_SERVER_URL']!);
  const port = Number(url.port);
  let count = 0;
  proxy = createServer((socket) => {
    count += 1;
    socket.on('error', () => undefined);
    if (count <= hanging) return;
    const server = connect(port, url.hostname).on('error', () => undefined);
    socket.pipe(server).pipe(socket);
  });
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  url.port = String((proxy.address() as AddressInfo).port);
  return url.href;
}

const open = async (hanging: number, patience: number) =>
  createDataSource({ url: await slowWay(hanging), applicationName: 'test', patience, entities: [] });

afterEach(() => proxy.close());

it('waits longer for its first connection than a request does', async () => {
  const dataSource = await open(1, 1_000);
  expect(dataSource.isInitialized).toBe(true);
  await dataSource.destroy();
});

it('says in one sentence that the server does not answer', async () => {
  await expect(open(100, 10)).rejects.toThrow(
    /^The database "postgres" at 127\.0\.0\.1:\d+ does not answer in time\.$/u,
  );
});
