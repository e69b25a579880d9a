import { auditKey, ownersKey } from '../read/index.js';

/** What a read has to say for its record. */
export interface Audited {
  /** Rows that were read, each once. */
  readonly ids: ReadonlySet<string>;
  /** Authorities whose rows were counted. */
  readonly owners: ReadonlySet<string>;
}

/** What is to be on record of an answer; its hidden keys are taken out of it on the way. */
export function takeAudited(answer: unknown): Audited {
  const found = { ids: new Set<string>(), owners: new Set<string>() };
  collect(answer, found);
  return found;
}

function collect(value: unknown, found: { ids: Set<string>; owners: Set<string> }): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    for (const one of value) collect(one, found);
    return;
  }
  const members = value as Record<string, unknown>;
  add(members[auditKey], found.ids);
  add(members[ownersKey], found.owners);
  delete members[auditKey];
  delete members[ownersKey];
  for (const one of Object.values(members)) collect(one, found);
}

function add(value: unknown, to: Set<string>): void {
  for (const one of Array.isArray(value) ? value : [value]) if (typeof one === 'string') to.add(one);
}
