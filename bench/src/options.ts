import { parseArgs } from 'node:util';

export interface Options {
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
  --help`;

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
      help: { type: 'boolean', default: false },
      rounds: text,
      seconds: text,
      connections: text,
      first: text,
      scale: text,
    },
  });
  if (values.help) return undefined;
  return {
    rounds: numberOf('rounds', values.rounds, values.quick ? 3 : 5),
    seconds: numberOf('seconds', values.seconds, values.quick ? 2 : 8),
    warmUpSeconds: values.quick ? 3 : 8,
    connections: numberOf('connections', values.connections, 20),
    first: numberOf('first', values.first, 20),
    scale: numberOf('scale', values.scale, 1),
  };
}
