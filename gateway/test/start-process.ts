import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const script = join(__dirname, '../bin/start.mjs');

/** As a fresh terminal has it: nothing of the test run's own settings. The build is the one of `npm test`. */
const environment = (variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  TMPDIR: process.env['TMPDIR'],
  LOKAAL_PREPARING: '1',
  LOG_LEVEL: 'warn',
  PORT: '0',
  DEMO_DATA: 'false',
  ...variables,
});

/** One `npm start`: what it says, where it listens, how it ends. */
export class StartProcess {
  private readonly child: ChildProcess;
  private readonly ended: Promise<unknown[]>;
  private readonly readers: (() => void)[] = [];
  output = '';

  constructor(variables: NodeJS.ProcessEnv) {
    this.child = spawn(process.execPath, [script], {
      env: environment(variables),
      stdio: ['ignore', 'pipe', 'pipe'],
      cwd: '/',
    });
    this.ended = once(this.child, 'close').finally(() => this.wake());
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk) => {
        this.output += String(chunk);
        this.wake();
      });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Waits until it says something like this; throws when it ends without. */
  async says(pattern: RegExp): Promise<string> {
    for (let match = pattern.exec(this.output); ; match = pattern.exec(this.output)) {
      if (match !== null) return match[1] ?? match[0];
      if (this.child.exitCode !== null || this.child.signalCode !== null)
        throw new Error(`It ended without saying ${String(pattern)}:\n${this.output}`);
      await new Promise<void>((resolve) => this.readers.push(resolve));
    }
  }

  /** Where it listens, once it is ready. */
  ready(): Promise<string> {
    return this.says(/Graph +(http\S+)\/graphql[\s\S]*Ctrl-C/);
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Exit code, or null after a deadly signal. */
  async end(): Promise<number | null> {
    await this.ended;
    return this.child.exitCode;
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.kill(signal);
    return this.end();
  }

  private wake(): void {
    for (const reader of this.readers.splice(0)) reader();
  }
}
