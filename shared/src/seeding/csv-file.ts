import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { CsvError, parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { MalformedFileError } from './malformed-file-error.js';

/** What a CSV file must look like. */
export interface CsvShape<Row> {
  /** The header, exactly: same names, same order. */
  readonly columns: readonly string[];
  /** From the text of one line's cells to a row; its messages become the reason of the refusal. */
  readonly row: z.ZodType<Row>;
  /** Natural key: no two lines may have the same. */
  readonly key: (row: Row) => string;
  /** A rule between rows: the reason why this row breaks it, or undefined. */
  readonly broken?: (row: Row, byKey: ReadonlyMap<string, Row>) => string | undefined;
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/** All rows of a UTF-8 CSV file, or a MalformedFileError about its first bad line: never a part of the file. */
export function readCsvFile<Row>(file: string, shape: CsvShape<Row>): Row[] {
  const [header, ...lines] = parseLines(file);
  if (header?.record.join() !== shape.columns.join())
    throw new MalformedFileError(file, 1, `the header must be ${shape.columns.join()}`);
  if (lines.length === 0) throw new MalformedFileError(file, 1, 'there is no line after the header');
  const rows = lines.map((line) => ({ line: line.info.lines, row: parseRow(file, shape, line) }));
  const byKey = new Map<string, Row>();
  for (const { line, row } of rows) {
    const key = shape.key(row);
    if (byKey.has(key)) throw new MalformedFileError(file, line, `${key} is already on an earlier line`);
    byKey.set(key, row);
  }
  for (const { line, row } of rows) {
    const reason = shape.broken?.(row, byKey);
    if (reason) throw new MalformedFileError(file, line, reason);
  }
  return rows.map(({ row }) => row);
}

function parseLines(file: string): Line[] {
  try {
    return parse(textOf(file), { bom: true, info: true, relax_column_count: true }) as unknown as Line[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new MalformedFileError(file, Number(error['lines'] ?? 1), error.message);
  }
}

/** Refuses other encodings than UTF-8, in which a name would be loaded with other letters. */
function textOf(file: string): string {
  const bytes = readFileSync(file);
  if (isUtf8(bytes)) return bytes.toString();
  const lines = bytes
    .toString('latin1')
    .split('\n')
    .map((line) => isUtf8(Buffer.from(line, 'latin1')));
  throw new MalformedFileError(file, lines.indexOf(false) + 1, 'is not UTF-8');
}

function parseRow<Row>(file: string, { columns, row }: CsvShape<Row>, { record, info }: Line): Row {
  if (record.length !== columns.length)
    throw new MalformedFileError(file, info.lines, `${record.length} cells instead of ${columns.length}`);
  const result = row.safeParse(Object.fromEntries(columns.map((column, index) => [column, record[index]])));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new MalformedFileError(file, info.lines, `${issue?.path.join('.')}: ${issue?.message}`);
}
