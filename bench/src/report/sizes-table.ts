import type { SizeRow, SizesReport } from '../sizes/compare-sizes.js';
import { aligned } from './aligned.js';

const cells = ({ name, found, ms, ratio }: SizeRow): string[] => [
  name,
  found?.map(String).join(' : ') ?? '',
  ms.map((one) => one.toFixed(1)).join(' : '),
  ratio.toFixed(2),
];

/** What a person reads: times, how much they grow, and on what they were measured. */
export function sizesTable({ machine, options, searches, pages }: SizesReport): string {
  return [
    ...aligned([['search with facets', 'found', 'ms', 'ratio'], ...searches.map(cells)]),
    '',
    ...aligned([['one list', '', 'ms', 'ratio'], ...pages.map(cells)]),
    '',
    `Medians of ${options.rounds} questions, one at a time; data of size 1 : ${options.scale}, and for one list of size ${options.scale}.`,
    `${machine.cores} x ${machine.processor}, Node.js ${machine.node}; load average before: ${machine.loadAverage.toFixed(2)}.`,
  ].join('\n');
}
