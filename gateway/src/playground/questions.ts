import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Something of an answer that later runs send, as the comment says: `# keep eventId = data.events.nodes[0].id`. */
export interface Kept {
  /** Of the variable that it becomes. */
  readonly name: string;
  /** JavaScript that finds it in `data`; it may fail, for each operation of a question has another answer. */
  readonly expression: string;
}

/** A ready-made question: a file whose comment begins with its title and goes on with what there is to see. */
export interface Question {
  /** File name without its number and ending, for example who-am-i. */
  readonly name: string;
  /** With which its file name begins, for its place. */
  readonly number: number;
  readonly title: string;
  readonly text: string;
  readonly kept: readonly Kept[];
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
      const number = Number.parseInt(file, 10);
      return { number, name: file.replace(/^\d+-|\.graphql$/g, ''), title, text, kept: keptIn(text) };
    });

const keptIn = (text: string): Kept[] =>
  [...text.matchAll(/^# keep (\w+) = (.+)$/gm)].map(([, name, expression]) => ({
    name: name!,
    expression: expression!,
  }));
