import { auditKey } from '@lokaal/shared/read';

/** The ids of all confidential rows in an answer, each once; their hidden keys are taken out of it on the way. */
export function takeAuditedIds(answer: unknown): string[] {
  const ids = new Set<string>();
  collect(answer, ids);
  return [...ids];
}

function collect(value: unknown, ids: Set<string>): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, ids);
    return;
  }
  const members = value as Record<string, unknown>;
  const id = members[auditKey];
  if (typeof id === 'string') ids.add(id);
  delete members[auditKey];
  for (const one of Object.values(members)) collect(one, ids);
}
