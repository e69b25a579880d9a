import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

export const projectRoot = resolve(__dirname, '../../..');

interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** A folder outside the project in which tests plant violations, so that they disturb nobody who works in it. */
export class TemporaryTree {
  readonly folder = mkdtempSync(join(tmpdir(), 'tooling-'));

  write(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
  }

  /** Copies files of the project to the same places. */
  copy(...paths: string[]): void {
    for (const path of paths) cpSync(join(projectRoot, path), join(this.folder, path));
  }

  link(path: string, target: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    symlinkSync(target, join(this.folder, path));
  }

  remove(...paths: string[]): void {
    for (const path of paths) rmSync(join(this.folder, path), { recursive: true });
  }

  /** Runs a JavaScript file with this folder as working directory. */
  node(file: string, ...args: string[]): Outcome {
    const { NODE_OPTIONS: _, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      env: { ...env, NO_COLOR: '1' },
      maxBuffer: 64 * 1024 * 1024,
    });
    return { status, output: `${stdout}${stderr}` };
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
