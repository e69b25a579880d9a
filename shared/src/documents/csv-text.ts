/** What a cell of a spreadsheet begins with when it is taken for a formula, also behind what nobody sees (OWASP, CSV injection). */
const formula = /^(?:[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** Always in quotes: then every text is a cell, and what a stranger wrote is never a formula. */
const cell = (text: string): string => `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/**
 * Rows as CSV (RFC 4180), with the semicolon that spreadsheets expect in Flanders, where the comma is in numbers, and the mark
 * by which they know that it is UTF-8.
 */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(cell).join(';')}\r\n`).join('')}`;
