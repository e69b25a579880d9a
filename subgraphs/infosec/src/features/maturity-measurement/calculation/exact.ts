import Fraction from 'fraction.js';

/** The package exports its class as a value only. */
export type Exact = InstanceType<typeof Fraction>;

/**
 * A figure as it leaves the calculation. `exact` ("7/2", "3") is what may be stored and compared; `value` is the double
 * nearest to it, for display only: some sets are exactly 3 where adding doubles gives 2.9999999999999996.
 */
export interface Figure {
  exact: string;
  value: number;
}

/**
 * What a cell of the calculation can hold beside a number. TEXT: an "N/A" that nothing replaced, which a mean skips.
 * ERROR: a mean without any number (#DIV/0!), which spreads. BLANK: not scored yet, so nothing above it is known.
 */
export type Cell = Exact | 'TEXT' | 'ERROR' | 'BLANK';

export const isNumber = (cell: Cell): cell is Exact => typeof cell !== 'string';

export const figure = (exact: Exact): Figure => ({ exact: exact.toFraction(), value: exact.valueOf() });

export const figureOf = (cell: Cell): Figure | null => (isNumber(cell) ? figure(cell) : null);

/** Adds without reducing to lowest terms at each step, which is most of the cost of a fraction. */
const meanOf = (numbers: readonly Exact[]): Exact => {
  let over = 0n;
  let under = 1n;
  for (const { s, n, d } of numbers) {
    over = d === under ? over + s * n : over * d + s * n * under;
    under = d === under ? under : under * d;
  }
  return new Fraction(over, under * BigInt(numbers.length));
};

export const mean = (cells: readonly Cell[]): Cell => {
  if (cells.includes('BLANK')) return 'BLANK';
  if (cells.includes('ERROR')) return 'ERROR';
  const numbers = cells.filter(isNumber);
  const [first, ...others] = numbers;
  if (first === undefined) return 'ERROR';
  return others.length === 0 ? first : meanOf(numbers);
};
