/** Hidden keys of an answer. No response key can be equal: a GraphQL name has no such sign. */
export const typeKey = '§type';
/** Ids of rows that were read, one or a list. */
export const auditKey = '§id';
/** Authorities whose rows were counted. */
export const ownersKey = '§owners';
