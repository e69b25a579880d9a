import { isDeepStrictEqual } from 'node:util';
import { runInNewContext } from 'node:vm';
import { Kind, type OperationDefinitionNode, OperationTypeNode, parse, print } from 'graphql';
import type { Question } from '../src/playground/questions.js';
import { type Answer, transports } from './graph.js';
import type { WholeGraph } from './whole-graph.js';

export interface Step {
  /** Name of the operation, for messages. */
  readonly step: string;
  readonly answer: Answer;
  /** What the other transport answered; mutations are sent once only. */
  readonly other?: Answer;
}

type Values = Record<string, unknown>;

interface Person {
  readonly headers: Record<string, string>;
  /** What this person fills in. */
  readonly variables: Values;
}

/** Runs the operations of a question from the first to the last, and keeps of each answer what the question says. */
export async function runQuestion(graph: WholeGraph, { text, kept }: Question, person: Person): Promise<Step[]> {
  const document = parse(text);
  const values = { ...person.variables };
  const steps: Step[] = [];
  for (const operation of document.definitions) {
    if (operation.kind !== Kind.OPERATION_DEFINITION) continue;
    const asked = { headers: person.headers, variables: usedOf(operation, values) };
    const isQuery = operation.operation === OperationTypeNode.QUERY;
    const ask = (transport: (typeof transports)[number]) => graph.ask(transport, print(operation), asked);
    const [answer, other] = await Promise.all(isQuery ? transports.map(ask) : [ask('in process')]);
    steps.push({ step: operation.name?.value ?? 'query', answer: answer!, ...(other && { other }) });
    for (const { name, expression } of kept) keep(values, name, () => find(expression, answer!.body.data));
  }
  return steps;
}

const find = (expression: string, data: unknown): unknown => runInNewContext(expression, { data }) as unknown;

function usedOf({ variableDefinitions = [] }: OperationDefinitionNode, values: Values): Values {
  const names = variableDefinitions.map(({ variable }) => variable.name.value).filter((name) => name in values);
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}

/** As the script of the window does: the answer to another operation has none of it. */
function keep(values: Values, name: string, read: () => unknown): void {
  try {
    const value = read();
    if (value !== undefined && value !== null) values[name] = value;
  } catch (error) {
    // an error of another realm
    if ((error as Error).name !== 'TypeError') throw error;
  }
}

/** Refused on purpose: nobody erases a demonstration account by looking around, and no merger goes unannounced. */
const refusedOnPurpose = new Set(['Erase', 'Merge']);

/** What is wrong with a step: errors, a root field without value, a refusal, nothing done, or another answer over the other transport. */
export function faultsOf({ step, answer, other = answer }: Step): unknown[] {
  const { data, errors = [] } = answer.body;
  const fields = Object.entries(data ?? {});
  const empty = fields.filter(([, value]) => value === null).map(([name]) => `${name} is null`);
  const refusals = fields.flatMap(([, value]) => (value as { userErrors?: unknown[] } | null)?.userErrors ?? []);
  const idle = fields.filter(([, value]) => (value as { issued?: number } | null)?.issued === 0);
  const differs = isDeepStrictEqual(other.body, answer.body) ? [] : [{ answer: answer.body, other: other.body }];
  return [...errors, ...empty, ...(refusedOnPurpose.has(step) ? [] : refusals), ...idle, ...differs];
}
