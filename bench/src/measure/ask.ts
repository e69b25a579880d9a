import { isDeepStrictEqual } from 'node:util';
import type { RunningContender } from '../contenders/index.js';

/** Asks the reference question once; the answer's text. */
export const ask = ({ url, question }: RunningContender, first: number): Promise<string> => post(url, question(first));

/** Asks once; the answer's text. Throws when it is not one with data only. */
export async function post(url: string, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body });
  const answer = await response.text();
  const { data, errors } = JSON.parse(answer) as { data?: object; errors?: unknown };
  if (!response.ok || !data || errors) throw new Error(`${url} answers ${response.status}: ${answer.slice(0, 2_000)}`);
  return answer;
}

export interface Named {
  readonly name: string;
  readonly running: RunningContender;
}

const dataOf = (answer: string): unknown => (JSON.parse(answer) as { data: unknown }).data;

/** Refuses to measure contenders that do not answer the same. */
export async function requireEqualAnswers(all: readonly Named[], sizes: readonly number[]): Promise<void> {
  for (const first of sizes) {
    const answers = await Promise.all(all.map(async ({ running }) => dataOf(await ask(running, first))));
    const other = all.find((_, index) => !isDeepStrictEqual(answers[index], answers[0]));
    if (other) throw new Error(`"${other.name}" and "${all[0]?.name}" answer differently when first is ${first}.`);
  }
}
