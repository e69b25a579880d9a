import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A ready-made question: a file whose comment begins with its title and goes on with what there is to see. */
export interface Question {
  /** File name without its number and ending, for example who-am-i. */
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

const folder = join(__dirname, '../../playground');

/** In the order of their file names, which begin with a number. */
export const readQuestions = (): Question[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .toSorted()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const title = /^# (.+)$/m.exec(text)?.[1] ?? file;
      return { name: file.replace(/^\d+-|\.graphql$/g, ''), title, text };
    });
