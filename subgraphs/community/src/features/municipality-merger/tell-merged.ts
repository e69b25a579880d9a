import type { EntityManager } from 'typeorm';
import { KnowledgeCircleEntity } from '../knowledge-circle/knowledge-circle.entity.js';
import type { PassedOn } from '../membership/pass-on-membership.js';
import { answerable, holdersOf, tellContacts } from '../organisation/tell-contacts.js';
import { EmploymentRole } from '../person/employment.enums.js';
import { type Merged, mergedMail } from './merged-mail.js';
import type { Merger } from './merger.js';

interface After {
  readonly heirIds: readonly string[];
  readonly accessions: readonly PassedOn[];
  readonly circleId: string | null;
}

/** Tells who answered for what merged, and answers for its heir by now: its people read each other's records from here on. */
export async function tellMerged(tx: EntityManager, merger: Merger, after: After): Promise<void> {
  const { all, asked, on, now, mailFrom } = merger;
  const { heirIds: organisationIds, circleId } = after;
  const circle = circleId === null ? null : await tx.findOneByOrFail(KnowledgeCircleEntity, { id: circleId });
  const accessions: Merged['accessions'][number][] = [];
  for (const one of after.accessions) accessions.push(await withContacts(tx, one, now));
  const names = all.map(({ name }) => name).toSorted();
  const merged = {
    names,
    successor: asked.successor.name,
    on,
    circle: circle?.name ?? null,
    accessions,
    now,
    mailFrom,
  };
  await tellContacts(tx, { organisationIds, now, roles: answerable }, (to) => mergedMail(to, merged));
}

/** Contact persons have the last day to renew an accession in their calendars. */
async function withContacts(tx: EntityManager, accession: PassedOn, now: Date) {
  const organisationIds = [accession.goesOn.organisationId!];
  const contacts = await holdersOf(tx, { organisationIds, now, roles: [EmploymentRole.MEMBER_CONTACT] });
  return { ...accession, contactIds: contacts.map(({ id }) => id) };
}
