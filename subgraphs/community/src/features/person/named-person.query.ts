import type { Viewer } from '@lokaal/shared/auth';
import { notFound } from '@lokaal/shared/errors';
import { isVisible } from '@lokaal/shared/read';
import type { EntityManager } from 'typeorm';
import { PersonEntity } from './person.entity.js';
import { personReads } from './person.reads.js';

export interface Looking {
  readonly viewer: Viewer;
  readonly now: Date;
}

interface Named {
  readonly id: string;
  /** For who acts on the row: until the transaction ends, it is not erased and nobody else acts on it. */
  readonly lock?: 'pessimistic_read' | 'pessimistic_write' | 'for_no_key_update';
}

/** The person whom an input names; null when the viewer sees no such person, who then is as if not there. */
export async function findNamedPerson(
  tx: EntityManager,
  { viewer, now }: Looking,
  { id, lock }: Named,
): Promise<PersonEntity | null> {
  const person = await tx.findOne(PersonEntity, { where: { id }, ...(lock && { lock: { mode: lock } }) });
  return person && (await isVisible(tx, personReads, { id, viewer, now })) ? person : null;
}

/** As findNamedPerson. Throws a DomainError NOT_FOUND at the field that named nobody. */
export async function namedPerson(
  tx: EntityManager,
  looking: Looking,
  { field = ['personId'], ...named }: Named & { readonly field?: string[] },
): Promise<PersonEntity> {
  const person = await findNamedPerson(tx, looking, named);
  if (!person) throw notFound('Person', field);
  return person;
}
