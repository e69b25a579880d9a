// npm test: prepares the clone, runs Jest with the given arguments, and leaves nothing behind, also after Ctrl-C.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { prepareOrExit, root } from './prepare.mjs';

await prepareOrExit();

// Everything that tests and Jest put in the temporary folder goes in here. Others may pass, not look around: as root,
// PostgreSQL runs as another user.
const folder = mkdtempSync(join(tmpdir(), 'lokaal-test-'));
chmodSync(folder, 0o711);
const temporary = join(folder, 'tmp');
mkdirSync(temporary, { mode: 0o711 });

const jest = spawn(
  process.execPath,
  [
    join(root, 'node_modules/jest/bin/jest.js'),
    `--cacheDirectory=${join(root, 'node_modules/.cache/jest')}`,
    ...process.argv.slice(2),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'test', TEST_FOLDER: folder, TMPDIR: temporary, APOLLO_TELEMETRY_DISABLED: '1' },
  },
);

// A terminal sends its signals to Jest as well; other senders only to us.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => jest.kill(signal));

const [code, signal] = await new Promise((resolve) => {
  jest.once('close', (...end) => resolve(end));
  jest.once('error', () => resolve([1]));
});

// When Jest was cut off, the watchdog of the test server stops it and removes the folder.
for (let turn = 0; signal && existsSync(folder) && turn < 100; turn += 1) await pause(100);
rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
process.exitCode = signal ? 130 : code;
