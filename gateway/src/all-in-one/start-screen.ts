import { demoAccounts, demoPassword } from '@lokaal/shared/demo';
import type { RowCounts } from '@lokaal/shared/graphql';
import { mainCounts } from './main-counts.js';

export interface Started {
  /** Where it listens, for example http://127.0.0.1:4000. */
  readonly url: string;
  /** Whether there is one to open. */
  readonly playground: boolean;
  readonly databases: string;
  readonly rows: Readonly<Record<string, RowCounts>>;
  readonly demoData: boolean;
  /** Milliseconds since the process began. */
  readonly duration: number;
}

/** Columns of a terminal that everybody has room for. */
const width = 100;
const indent = ' '.repeat(15);

/** A label, and words after it that go on below themselves where the line is full. */
function line(label: string, text: string): string {
  const lines: string[] = [`  ${label.padEnd(12)}`];
  for (const word of text.split(' ')) {
    if (`${lines.at(-1)} ${word}`.length > width) lines.push(indent.slice(1));
    lines.push(`${lines.pop()} ${word}`);
  }
  return lines.join('\n');
}

const accountLines = (): string[] => [
  '',
  `  Sign in with the password ${demoPassword} (invented people; not for a server that others reach):`,
  ...demoAccounts.map(({ email, role }) => `    ${email.padEnd(38)} ${role}`),
];

/** What a person sees who typed `npm start`: one screen. */
export const startScreen = ({ url, playground, databases, rows, demoData, duration }: Started): string =>
  [
    '',
    `  Lokaal Digitaal is ready, in ${(duration / 1000).toFixed(1)} s.`,
    '',
    line('Graph', `${url}/graphql`),
    ...(playground ? [line('Playground', `${url}/playground`)] : []),
    line('Databases', databases),
    ...Object.entries(rows).map(([name, tables]) => line(name, mainCounts(tables))),
    ...(demoData ? accountLines() : []),
    '',
    '  Stop with Ctrl-C.',
    '',
  ].join('\n');
