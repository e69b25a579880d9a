/** How the columns of the fixture compare, in memory. */
const types: Readonly<Record<string, string>> = {
  title: 'name',
  name: 'name',
  pages: 'number',
  stars: 'number',
  rating: 'number',
  weight: 'number',
  version: 'number',
  cents: 'bigint',
  published: 'boolean',
  active: 'boolean',
  printedAt: 'moment',
  createdAt: 'moment',
  updatedAt: 'moment',
};

export const typeOfColumn = (column: string): string => types[column] ?? 'text';

/** Microseconds since 1970; a filter brings a Date, a row brings text. */
const microseconds = (value: unknown): bigint => {
  if (value instanceof Date) return BigInt(value.getTime()) * 1000n;
  const text = String(value);
  return BigInt(Date.parse(`${text.slice(0, 19)}Z`)) * 1000n + BigInt(text.slice(20, 26));
};

const comparable = (type: string, value: unknown): number | bigint => {
  if (type === 'bigint') return BigInt(value as string);
  return type === 'moment' ? microseconds(value) : Number(value);
};

const dictionary = new Intl.Collator('nl-BE', { numeric: true });

/**
 * Less than, equal or more than zero. Texts compare by code point, as the collations "C" and C.UTF-8 do; names as in a
 * dictionary, and by code point where that sees no difference.
 */
export function compareValues(type: string, a: unknown, b: unknown): number {
  if (type === 'name') return dictionary.compare(String(a), String(b)) || compareValues('text', a, b);
  if (type === 'text') return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
  const [left, right] = [comparable(type, a), comparable(type, b)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Without case and accents; full-width signs are plain ones. */
export const normalText = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('％', '%').toLowerCase();
