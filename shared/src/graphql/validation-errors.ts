import {
  GraphQLError,
  specifiedRules,
  validate,
  ValuesOfCorrectTypeRule,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { leafValuesRule } from '../scalars/index.js';

const rulesWithoutValues = specifiedRules.filter((rule) => rule !== ValuesOfCorrectTypeRule);
const leafValues = leafValuesRule((type) => type);

/**
 * Why a document is refused. A scalar or enum value that does not fit is the client's: BAD_USER_INPUT. All else comes from
 * a gateway with another schema: a fault. No message quotes a value, because faults are logged.
 */
export function validationErrors(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  const others = validate(schema, document, rulesWithoutValues);
  if (others.length > 0) return coded(others, 'GRAPHQL_VALIDATION_FAILED');
  const leaves = validate(schema, document, [leafValues]);
  if (leaves.length > 0) return coded(leaves, 'BAD_USER_INPUT');
  return coded(validate(schema, document, [ValuesOfCorrectTypeRule]), 'GRAPHQL_VALIDATION_FAILED');
}

const quoted = /, found [^]*$/u;

const coded = (errors: readonly GraphQLError[], code: string): GraphQLError[] =>
  errors.map(({ message, nodes }) => new GraphQLError(message.replace(quoted, '.'), { nodes, extensions: { code } }));
