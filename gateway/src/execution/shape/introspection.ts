import {
  executeSync,
  type GraphQLSchema,
  Kind,
  OperationTypeNode,
  print,
  type DocumentNode,
  type FieldNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Question } from './collect.js';
import type { Shaper } from './outcome.js';

/** Answers that are kept of a schema: tools ask in a few ways. Each may take some megabytes. */
const answersKept = 5;

const answersOf = new WeakMap<GraphQLSchema, LRUCache<string, object>>();

/** Answers `__schema` and `__type` from the schema that clients see, each question once. No subgraph is asked. */
export function introspection(selections: readonly FieldNode[], { schema, fragments, operation }: Question): Shaper {
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: OperationTypeNode.QUERY,
        variableDefinitions: operation.variableDefinitions,
        selectionSet: { kind: Kind.SELECTION_SET, selections },
      },
      ...fragments.values(),
    ],
  };
  const question = print(document);
  const known = answersOf.get(schema) ?? new LRUCache<string, object>({ max: answersKept });
  answersOf.set(schema, known);
  return (_value, { variables }) => {
    const key = `${question}${JSON.stringify(variables)}`;
    const data = known.get(key) ?? execute({ schema, document, variableValues: variables });
    known.set(key, data);
    return Object.values(data)[0];
  };
}

function execute(question: Parameters<typeof executeSync>[0]): object {
  const { data, errors } = executeSync({ ...question, rootValue: {} });
  if (errors) throw errors[0]!;
  return data ?? {};
}
