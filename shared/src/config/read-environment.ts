import { z } from 'zod';
import { StartError } from './start-error.js';
import { expectationOf, variables, type VariableName } from './variables.js';

type Shape<Name extends VariableName> = { [Key in Name]: (typeof variables)[Key] };
/** Checked values of the variables with these names. */
export type Environment<Name extends VariableName> = z.infer<z.ZodObject<Shape<Name>>>;

const isVariable = (name: unknown): name is VariableName => typeof name === 'string' && Object.hasOwn(variables, name);

function complaint(name: VariableName, value: string | undefined): string {
  const { expected, secret } = expectationOf(name);
  if (value === undefined) return `${name} is missing: expected ${expected}.`;
  return secret ? `${name} is not right: expected ${expected}.` : `${name} is "${value}": expected ${expected}.`;
}

/** One StartError for everything that is wrong, so that nobody has to mend and start five times. */
export function refuseConfiguration(complaints: readonly string[]): void {
  if (complaints.length === 0) return;
  throw new StartError(['The configuration is not right:', ...complaints.map((one) => `- ${one}`)].join('\n'));
}

/**
 * Reads the named variables, once per entry point. An empty value counts as absent, as compose files pass it.
 * Throws a StartError that lists each bad value and what is expected; secrets are never repeated in it.
 */
export function readEnvironment<Name extends VariableName>(
  names: readonly Name[],
  source: NodeJS.ProcessEnv,
): Environment<Name> {
  const given = Object.fromEntries(names.map((name) => [name, source[name]?.trim() || undefined]));
  const shape = Object.fromEntries(names.map((name) => [name, variables[name]])) as Shape<Name>;
  const result = z.object(shape).safeParse(given);
  if (result.success) return result.data;
  const wrong = new Set(result.error.issues.map((issue) => issue.path[0]).filter(isVariable));
  refuseConfiguration([...wrong].map((name) => complaint(name, given[name])));
  throw result.error;
}
