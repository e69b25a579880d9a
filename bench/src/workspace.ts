import { join } from 'node:path';

/** Top folder of the clone; this file runs from bench/dist. */
export const root = join(__dirname, '../..');
