// Starts one PostgreSQL server for the whole test run. Its data need not outlive it, so nothing waits for the disk.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_connections: 200,
  shared_buffers: '128MB',
  jit: 'off',
  timezone: 'UTC',
  max_wal_size: '2GB',
};

const built = fileURLToPath(new URL('../dist/embedded-postgres/index.js', import.meta.url));

async function newFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'lokaal-test-'));
  await chmod(folder, 0o711);
  return folder;
}

export default async function globalSetup() {
  if (!existsSync(built))
    throw new Error('The build is missing: run the tests by "npm test", or "npm run build" first.');
  const { createCluster, disposeBinaries, findBinaries, serverAccount, startServer } = createRequire(import.meta.url)(
    built,
  );
  const top = process.env.TEST_FOLDER ?? (await newFolder());
  const folder = join(top, 'postgres');
  const password = randomBytes(24).toString('base64url');
  const account = await serverAccount(folder);
  const binaries = await findBinaries(account);
  await createCluster({ folder, password, account, binaries, durable: false });
  const logFile = join(top, 'postgres.log');
  const server = await startServer({ folder, logFile, account, binaries, settings, removeOnDeath: [top] });
  // Workers are started after this, and inherit it.
  process.env.TEST_SERVER_URL = `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`;
  globalThis.testServer = { top, stop: () => server.stop().finally(() => disposeBinaries(binaries)) };
}
