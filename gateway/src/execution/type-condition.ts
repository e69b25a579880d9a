import { isAbstractType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

/** Whether an object of the one type is one of the other: the same type, or one that implements it or belongs to it. */
export function isOfType(schema: GraphQLSchema, typename: string, condition: string): boolean {
  if (typename === condition) return true;
  const type = schema.getType(typename);
  const wanted = schema.getType(condition);
  return (isObjectType(type) || isInterfaceType(type)) && isAbstractType(wanted) && schema.isSubType(wanted, type);
}

/** Remembers the answers: the schema is asked once per type. */
export function typeCondition(schema: GraphQLSchema, condition: string): (typename: unknown) => boolean {
  const known = new Map<unknown, boolean>();
  return (typename) => {
    if (typename === condition) return true;
    const answer = known.get(typename);
    if (answer !== undefined) return answer;
    // Only names of the schema are kept: what a subgraph answers must not fill the memory.
    if (typeof typename !== 'string' || !schema.getType(typename)) return false;
    const fresh = isOfType(schema, typename, condition);
    known.set(typename, fresh);
    return fresh;
  };
}
