import { Kind, type DocumentNode, type GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { conditionValue } from '../conditions.js';
import type { Tree } from '../tree.js';
import { conditionVariables } from './condition-variables.js';
import type { Question } from './collect.js';
import { compileObject } from './objects.js';
import { forbidden, type Walk } from './outcome.js';

type Variables = Readonly<Record<string, unknown>>;

export interface Shaped {
  readonly data: Tree | null;
  /** Values that the schema forbids and that were made null. */
  readonly problems: GraphQLError[];
}

/** Makes of all that was fetched what the client asked. Throws when a list or object has another form than the schema says. */
export type ShapeData = (data: Tree, variables: Variables) => Shaped;

/** An operation with so many different values of conditions is compiled anew from time to time. */
const mostVariants = 32;

/** Compiles one shape for each combination of values of the variables in `@skip` and `@include`, when it is asked first. */
export function compileShape(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  schema: GraphQLSchema,
): ShapeData {
  const conditions = conditionVariables(operation, fragmentsOf(document)).map((name) =>
    conditionValue(name, operation),
  );
  const variants = new Map<string, ReturnType<typeof compileObject>>();
  return (data, variables) => {
    const variant = conditions.map((valueOf) => Number(valueOf(variables))).join('');
    let shape = variants.get(variant);
    if (!shape) {
      shape = compileRoot(questionOf({ document, operation, schema }, variables));
      if (variants.size >= mostVariants) variants.clear();
      variants.set(variant, shape);
    }
    const walk: Walk = { variables, place: [], problems: [] };
    const shaped = shape(data, walk);
    return { data: shaped === forbidden ? null : shaped, problems: walk.problems };
  };
}

export interface AskedOperation extends Pick<Question, 'schema' | 'operation'> {
  readonly document: DocumentNode;
}

/** What an operation asks with these variables. */
export const questionOf = ({ document, operation, schema }: AskedOperation, variables: Variables): Question => ({
  schema,
  operation,
  fragments: fragmentsOf(document),
  condition: (name) => conditionValue(name, operation)(variables),
});

function compileRoot(question: Question) {
  const { schema, operation } = question;
  const type = schema.getRootType(operation.operation);
  if (!type) throw new Error(`The schema has no root type for a ${operation.operation}.`);
  return compileObject([{ type, selectionSet: operation.selectionSet }], type, question);
}

const fragmentsOf = ({ definitions }: DocumentNode): Question['fragments'] =>
  new Map(
    definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
