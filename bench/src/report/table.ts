import type { Ratio, Summary } from '../measure/summary.js';
import { aligned } from './aligned.js';
import type { Report } from './report.js';

const unknown = '-';
const number = (value: number | undefined, digits: number): string => value?.toFixed(digits) ?? unknown;

const header = ['', 'requests/s', 'p50 ms', 'p99 ms', 'own CPU ms', 'PostgreSQL ms', 'statements', 'answer kB'];

function statementsOf({ statements }: Summary): string {
  const different = [...new Set(Object.values(statements))];
  return different.join(' or ');
}

const row = (summary: Summary): string[] => [
  summary.name,
  number(summary.requestsPerSecond, 0),
  number(summary.p50, 0),
  number(summary.p99, 0),
  number(summary.ownCpu, 2),
  number(summary.postgresCpu, 2),
  statementsOf(summary),
  number(summary.answerBytes / 1000, 1),
];

const ratioLine = (ours: string, { name, median, rounds }: Ratio): string =>
  `${ours} : ${name} = ${number(median, 2)} in requests/s (rounds: ${rounds.map((one) => one.toFixed(2)).join(', ')})`;

/** What a person reads: medians, ratios, and on what they were measured. */
export function table({ machine, options, contenders, ratios }: Report): string {
  const { rounds, seconds, connections, first } = options;
  return [
    ...aligned([header, ...contenders.map(row)]),
    '',
    ...ratios.map((ratio) => ratioLine(contenders[0]?.name ?? '', ratio)),
    '',
    `Medians of ${rounds} rounds of ${seconds} s, ${connections} connections, first: ${first}; CPU and statements are per request.`,
    `${machine.cores} x ${machine.processor}, Node.js ${machine.node}; load average before: ${machine.loadAverage.toFixed(2)}.`,
  ].join('\n');
}
