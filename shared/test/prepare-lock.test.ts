import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const lockModule = pathToFileURL(join(__dirname, '../bin/prepare-lock.mjs')).href;

let folder: string;
const lock = (): string => join(folder, 'lock');
const journal = (): string => join(folder, 'journal');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lokaal-lock-'));
});

afterEach(() => rm(folder, { recursive: true }));

/** A process that writes when it enters and leaves what the lock guards. */
async function worker(): Promise<void> {
  const program = `
    import { appendFileSync } from 'node:fs';
    import { withLock } from '${lockModule}';
    await withLock('${lock()}', () => undefined, async () => {
      appendFileSync('${journal()}', 'in ');
      await new Promise((resolve) => setTimeout(resolve, 50));
      appendFileSync('${journal()}', 'out ');
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' });
  expect(await once(child, 'exit')).toEqual([0, null]);
}

describe('the lock of installing and building', () => {
  it('lets one process in at a time', async () => {
    await Promise.all([worker(), worker(), worker()]);
    expect(await readFile(journal(), 'utf8')).toBe('in out in out in out ');
    expect(existsSync(lock())).toBe(false);
  });

  it('is taken over from a process that is gone', async () => {
    const gone = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(gone, 'exit');
    await writeFile(lock(), String(gone.pid));
    await Promise.all([worker(), worker()]);
    expect(await readFile(journal(), 'utf8')).toBe('in out in out ');
  });
});
