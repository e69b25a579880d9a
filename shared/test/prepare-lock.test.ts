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
    await writeFile(lock(), JSON.stringify({ owner: { pid: gone.pid, birth: 'long ago' } }));
    await Promise.all([worker(), worker()]);
    expect(await readFile(journal(), 'utf8')).toBe('in out in out ');
  });

  it('is taken over from a number that now is another process', async () => {
    await writeFile(lock(), JSON.stringify({ owner: { pid: process.pid, birth: 'long ago' } }));
    await worker();
    expect(await readFile(journal(), 'utf8')).toBe('in out ');
  });

  it('is taken over when it says nothing', async () => {
    await writeFile(lock(), '{"own');
    await worker();
    expect(await readFile(journal(), 'utf8')).toBe('in out ');
  });

  it('ends what a killed process left running, with all that it started, before the next one enters', async () => {
    // notes a child that starts one of its own; both would write for ever
    const program = `
      import { spawn } from 'node:child_process';
      import { withLock } from '${lockModule}';
      await withLock('${lock()}', () => undefined, async (note) => {
        const script = '(while :; do echo . >> "$0.alive"; sleep 0.01; done) & wait';
        note(spawn('/bin/sh', ['-c', script, '${journal()}'], { detached: true, stdio: 'ignore' }).pid);
        console.log('noted');
        await new Promise(() => setInterval(() => undefined, 1000));
      });`;
    const killed = spawn(process.execPath, ['--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(killed.stdout, 'data');
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const { child } = JSON.parse(await readFile(lock(), 'utf8')) as { child: { pid: number } };
    await worker();
    expect(() => process.kill(-child.pid, 0)).toThrow('ESRCH');
    expect(await readFile(journal(), 'utf8')).toBe('in out ');
  });

  describe('when the leader of what was left running is gone', () => {
    /** A group whose leader is gone; what it started runs on. */
    async function leaderless(env: NodeJS.ProcessEnv = {}): Promise<number> {
      const leader = spawn('/bin/sh', ['-c', 'sleep 1000 & echo started'], {
        detached: true,
        env: { ...process.env, ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await Promise.all([once(leader.stdout, 'data'), once(leader, 'exit')]);
      leader.stdout.destroy();
      await writeFile(
        lock(),
        JSON.stringify({
          owner: { pid: leader.pid, birth: 'long ago' },
          child: { pid: leader.pid, birth: 'long ago' },
        }),
      );
      return leader.pid ?? 0;
    }

    it('ends what that one started', async () => {
      const group = await leaderless({ LOKAAL_PREPARING: lock() });
      await worker();
      expect(() => process.kill(-group, 0)).toThrow('ESRCH');
    });

    it('leaves alone a group that has its number by now', async () => {
      const group = await leaderless({ LOKAAL_PREPARING: '/another/clone/lock' });
      await worker();
      expect(process.kill(-group, 'SIGKILL')).toBe(true);
    });
  });

  it('leaves alone a process that has the number of what was left running by now', async () => {
    const other = spawn('/bin/sh', ['-c', 'sleep 1000'], {
      detached: true,
      stdio: 'ignore',
      env: { ...process.env, LOKAAL_PREPARING: lock() },
    });
    const { pid = 0 } = other;
    await writeFile(lock(), JSON.stringify({ owner: { pid, birth: 'long ago' }, child: { pid, birth: 'long ago' } }));
    await worker();
    expect(process.kill(-pid, 'SIGKILL')).toBe(true);
    expect(await once(other, 'exit')).toEqual([null, 'SIGKILL']);
  });
});
