import { parseArgs } from 'node:util';

export interface Options {
  /** Whether sizes of data are compared instead of contenders. */
  readonly sizes: boolean;
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly connections: number;
  readonly first: number;
  readonly scale: number;
}

export const usage = `npm run bench -- [options]

  Measures the reference question on this project and on a hand-written handler, in turns.

  --quick            3 rounds of 2 seconds: to see that it works, not to quote
  --rounds N         rounds, each with one run of everybody (5)
  --seconds N        length of a run (8)
  --connections N    clients that ask at once (20)
  --first N          solutions in the question (20)
  --scale N          size of the demonstration data (1)
  --help

npm run bench -- --sizes [options]

  Measures search with facets on demonstration data of two sizes, in turns, and a page far down a list.

  --quick            3 questions each, data of sizes 1 and 10
  --rounds N         questions of each (21)
  --scale N          the larger size of the demonstration data (100)`;

function numberOf(name: string, text: string | undefined, fallback: number): number {
  const value = Number(text ?? fallback);
  if (Number.isInteger(value) && value > 0) return value;
  throw new Error(`--${name} is "${text}": expected a whole number above 0.`);
}

/** Undefined when only help was asked for. Throws on options that are not understood. */
export function readOptions(args: readonly string[]): Options | undefined {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      quick: { type: 'boolean', default: false },
      sizes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
      rounds: text,
      seconds: text,
      connections: text,
      first: text,
      scale: text,
    },
  });
  if (values.help) return undefined;
  const usual = values.sizes ? { rounds: 21, scale: values.quick ? 10 : 100 } : { rounds: 5, scale: 1 };
  return {
    sizes: values.sizes,
    rounds: numberOf('rounds', values.rounds, values.quick ? 3 : usual.rounds),
    seconds: numberOf('seconds', values.seconds, values.quick ? 2 : 8),
    warmUpSeconds: values.quick ? 3 : 8,
    connections: numberOf('connections', values.connections, 20),
    first: numberOf('first', values.first, 20),
    scale: numberOf('scale', values.scale, usual.scale),
  };
}
