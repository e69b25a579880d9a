import { Kind, type ValidationContext } from 'graphql';
import { createCount, type CountRule } from './count-selections.js';

/** About how long the lists of an introspection are, those of a large schema. */
const lengths: Readonly<Record<string, number>> = {
  types: 1000,
  fields: 10,
  inputFields: 5,
  enumValues: 5,
  possibleTypes: 2,
  args: 2,
  directives: 20,
};

/**
 * What an operation asks about the schema, in values of the answer: graphql-js gives it in one go, in which nothing else is
 * answered. Counts what `__schema` and `__type` hold, however often, under whatever names, and lists in lists.
 */
export function introspectionOf(context: ValidationContext): CountRule {
  const size = createCount(context, sizeOf);
  return (selection, below) => {
    if (selection.kind !== Kind.FIELD) return below(selection.selectionSet);
    const asks = selection.name.value === '__schema' || selection.name.value === '__type';
    return asks && selection.selectionSet ? size(selection.selectionSet) : 0;
  };
}

const sizeOf: CountRule = (selection, below) => {
  const inside = selection.selectionSet ? below(selection.selectionSet) : 0;
  return selection.kind === Kind.FIELD ? (lengths[selection.name.value] ?? 1) * (1 + inside) : inside;
};
