/** Hidden keys of an answer. No response key can be equal: a GraphQL name has no such sign. */
export const typeKey = '§type';
export const auditKey = '§id';

/** Takes the ids for the audit records out of an answer, in place. */
export function withoutAuditKeys(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return answer;
  Reflect.deleteProperty(answer, auditKey);
  Object.values(answer).forEach(withoutAuditKeys);
  return answer;
}
