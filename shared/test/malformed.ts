import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** A copy of a reference file in which one text is replaced by another, for tests of what refuses it. */
export class SpoiledFile {
  private readonly folder = mkdtempSync(join(tmpdir(), 'spoiled-'));

  constructor(private readonly original: string) {}

  with(text: string, instead: string): string {
    const whole = readFileSync(this.original, 'utf8');
    if (!whole.includes(text)) throw new Error(`${basename(this.original)} does not hold ${text}`);
    const file = join(this.folder, basename(this.original));
    writeFileSync(file, whole.replace(text, instead));
    return file;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}
