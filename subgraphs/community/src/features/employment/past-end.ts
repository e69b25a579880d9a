import type { Viewer } from '@lokaal/shared/auth';
import { badInput, DomainError } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import type { EmploymentEntity } from '../person/employment.entity.js';
import { daysBack, reachesBack } from './employment.policy.js';

// what only somebody with a role at the organisation does
const acts = `select max((acted_at at time zone 'Europe/Brussels')::date)::text as day from (
    select created_at as acted_at from employment_invitation where invited_by_id = $1 and organisation_id = $2
    union all select created_at from api_key where created_by_id = $1 and organisation_id = $2
    union all select requested_at from circle_accession where requested_by_id = $1 and organisation_id = $2) act`;

interface Ending {
  readonly employment: EmploymentEntity;
  /** First day on which it no longer holds. */
  readonly last: string;
  readonly today: string;
}

/** An end in the past takes nothing back that the person did by it: what happened needs somebody who could do it. */
export async function refuseRewriting(
  tx: EntityManager,
  viewer: Viewer,
  { employment: { personId, organisationId }, last, today }: Ending,
): Promise<void> {
  if (last >= today) return;
  if (!reachesBack(viewer, last, today)) throw badInput(`Only staff end it more than ${daysBack} days back.`, ['to']);
  const [act] = await tx.query<[{ day: string | null }]>(acts, [personId, organisationId]);
  if (act.day !== null && act.day >= last)
    throw new DomainError(
      'INVALID_STATE',
      `The person acted for the organisation on ${act.day}: it ends after that day, at the earliest.`,
      ['to'],
    );
}
