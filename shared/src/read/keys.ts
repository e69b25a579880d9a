/** Hidden keys of an answer. No response key can be equal: a GraphQL name has no such sign. */
export const typeKey = '§type';
export const auditKey = '§id';
