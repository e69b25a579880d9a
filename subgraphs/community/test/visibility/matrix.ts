import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ViewerName, viewerNames } from './viewers.js';

export interface Line {
  /** Name of the row in the world, of another question, or of a mutation. */
  readonly object: string;
  /** Path of a field of the row. */
  readonly field?: string;
  readonly seenBy: readonly ViewerName[];
}

const document = readFileSync(join(__dirname, 'matrix.md'), 'utf8').split('\n');
const cellsOf = (text: string): string[] => text.split('|').map((cell) => cell.trim());

/** The lines of all tables whose first column has this name, as cells. */
function linesUnder(first: string): string[][] {
  let heads = '';
  return document.flatMap((text) => {
    const [, name = '', ...cells] = text.startsWith('|') ? cellsOf(text).slice(0, -1) : [];
    const isHead = heads === '' && name !== '';
    if (isHead || name === '') heads = name;
    return isHead || name === '' || name.startsWith('---') || heads !== first ? [] : [[name, ...cells]];
  });
}

/** Lines without an answer for every viewer, which the tables name in their order. */
export const unfinishedLines = [...linesUnder('object'), ...linesUnder('mutation')].filter(
  ([, ...cells]) => cells.length !== viewerNames.length || cells.some((cell) => cell !== 'yes' && cell !== '-'),
);
export const headsOfTables = document
  .filter((text) => /^\| (object|mutation)\b/.test(text))
  .map((text) => cellsOf(text).slice(2, -1));

function lineOf([name = '', ...cells]: readonly string[]): Line {
  const [object = '', field] = name.split('`').map((part) => part.trim());
  return { object, ...(field && { field }), seenBy: viewerNames.filter((_, column) => cells[column] === 'yes') };
}

/** Types that everybody sees all of. */
export const everybody: readonly string[] = linesUnder('type').map(([type = '']) => type);

/** What is seen by whom; what everybody sees is one line a type. */
export const lines: readonly Line[] = [
  ...linesUnder('object').map(lineOf),
  ...everybody.map((object) => ({ object, seenBy: viewerNames })),
];

/** Who may do what: a mutation's name is the object. */
export const mutationLines: readonly Line[] = linesUnder('mutation').map(lineOf);

/** The types that the matrix has. */
export const typesOfMatrix = new Set(lines.map(({ object }) => object.split(' ')[0]!));

/** Fields that are seen with their object, by type. */
export const openFields: ReadonlyMap<string, readonly string[]> = new Map(
  document.flatMap((text) => {
    const [, type, fields] = /^- ([A-Z]\w+): (.+)$/.exec(text) ?? [];
    return type && fields ? [[type, fields.split(', ')] as const] : [];
  }),
);
