import { newId } from '@lokaal/shared/ids';
import { type EntityManager, In } from 'typeorm';
import { passOnAccessions, withdrawAccessionsOf } from '../circle-accession/pass-on-accessions.js';
import { withdrawInvitationsOf } from '../employment-invitation/withdraw-invitations.js';
import { type PassedOn, passOnMemberships } from '../membership/pass-on-membership.js';
import { passOnParticipations } from '../project/pass-on-participations.js';
import { Language } from '../person/language.js';
import { EmploymentEntity } from '../person/employment.entity.js';
import { type Heir, idsOf } from './merge-organisations.js';
import { mergedInto } from './merged-in-words.js';
import type { Merger } from './merger.js';

/**
 * Who works for one that ends works for its heir from the day on, with the same roles: rights follow at once. A DPO whom
 * several shared has one employment there, so that rights end with it.
 */
export async function carryOverEmployments(tx: EntityManager, { id, parts }: Heir, on: string): Promise<void> {
  const [all, lock] = [idsOf(parts), { mode: 'pessimistic_write' } as const];
  const employments = await tx.find(EmploymentEntity, {
    where: { organisationId: In(all) },
    order: { id: 'ASC' },
    lock,
  });
  const holding = employments.filter(({ to }) => to === null || to > on);
  const later = holding.filter(({ from }) => from >= on);
  if (later.length > 0) await tx.update(EmploymentEntity, { id: In(idsOf(later)) }, { organisationId: id });
  const split = holding.filter(({ from }) => from < on);
  if (split.length === 0) return;
  await tx.update(EmploymentEntity, { id: In(idsOf(split)) }, { to: on });
  await tx.insert(
    EmploymentEntity,
    jobsOf(split).map((job) => ({ ...job, id: newId('employment'), organisationId: id, from: on })),
  );
}

type Job = Pick<EmploymentEntity, 'personId' | 'functionTitle' | 'roles' | 'to'>;

/** The same work of one person for several is one job, with the roles of all. */
function jobsOf(employments: readonly Job[]): Job[] {
  const jobs = new Map<string, Job>();
  for (const { personId, functionTitle, roles, to } of employments) {
    const key = JSON.stringify([personId, functionTitle, to]);
    const known = jobs.get(key)?.roles ?? [];
    jobs.set(key, { personId, functionTitle, to, roles: [...new Set([...known, ...roles])] });
  }
  return [...jobs.values()];
}

/**
 * Memberships of the association, projects and open requests: the heir has them once, what ends has them no longer. Answers
 * with the accession that goes on.
 */
export async function carryOverMemberships(
  tx: EntityManager,
  { id, parts }: Heir,
  { on, now, mailFrom, asked }: Merger,
): Promise<PassedOn[]> {
  const organisationIds = idsOf(parts);
  if (organisationIds.length === 0) return [];
  const reasonIn = mergedInto(asked.successor.name);
  const ended = { organisationIds, on, now, mailFrom, reasonIn, reason: reasonIn(Language.NL) };
  const accession = await passOnMemberships(tx, { ...ended, heirId: id });
  await passOnParticipations(tx, { organisationIds, heirId: id, on });
  await passOnAccessions(tx, organisationIds, id);
  await withdrawAccessionsOf(tx, organisationIds, now);
  await withdrawInvitationsOf(tx, organisationIds, now);
  return accession ? [accession] : [];
}
