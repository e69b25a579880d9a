import {
  GraphQLError,
  specifiedRules,
  validate,
  ValuesOfCorrectTypeRule,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { leafValuesRule } from '../scalars/index.js';

const rulesOfForm = specifiedRules.filter((rule) => rule !== ValuesOfCorrectTypeRule);
const leafValues = leafValuesRule((type) => type);

/**
 * Why a document is refused. A document that does not fit the schema comes from a gateway with another schema: a fault.
 * A value that does not fit comes from a client: BAD_USER_INPUT, and in no message, because faults are logged.
 */
export function validationErrors(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  const ofForm = validate(schema, document, rulesOfForm);
  if (ofForm.length > 0) return coded(ofForm, 'GRAPHQL_VALIDATION_FAILED');
  const ofLeaves = validate(schema, document, [leafValues]);
  // With every leaf right, only fields and nulls are left, of which messages give no value.
  return coded(
    ofLeaves.length > 0 ? ofLeaves : validate(schema, document, [ValuesOfCorrectTypeRule]),
    'BAD_USER_INPUT',
  );
}

const coded = (errors: readonly GraphQLError[], code: string): GraphQLError[] =>
  errors.map(({ message, nodes }) => new GraphQLError(message, { nodes, extensions: { code } }));
