import { basename } from 'node:path';
import { StartError } from '../config/index.js';

/** A reference file that cannot be loaded: which file, which line (counted from 1, the header is line 1) and why. */
export class MalformedFileError extends StartError {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly reason: string,
  ) {
    super(`${basename(file)}, line ${line}: ${reason}`);
    this.name = 'MalformedFileError';
  }
}
