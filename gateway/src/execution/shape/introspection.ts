import { executeSync, Kind, OperationTypeNode, type DocumentNode, type FieldNode } from 'graphql';
import type { Question } from './collect.js';
import type { Shaper } from './outcome.js';

/** Answers `__schema` and `__type` from the schema that clients see. No subgraph is asked. */
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
  return (_value, { variables }) => {
    const { data, errors } = executeSync({ schema, document, rootValue: {}, variableValues: variables });
    if (errors) throw errors[0]!;
    return Object.values(data ?? {})[0];
  };
}
