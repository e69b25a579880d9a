import type { EntityManager } from 'typeorm';
import type { CalendarTurn } from '../calendar/calendar-attachment.js';
import { cancelledMail } from './membership-mails.js';
import { tellHolder } from './tell-holder.js';

/** Of a person who is erased: applications go, and a membership ends, so that the employer's next member counts right. */
export async function endMembershipsOf(tx: EntityManager, personId: string, today: string): Promise<void> {
  await tx.query('delete from membership where person_id = $1 and decision is null', [personId]);
  await tx.query(
    `update membership set cancelled_on = $2, version = version + 1
      where person_id = $1 and decision = 'APPROVED' and cancelled_on is null and $2 < grace_until`,
    [personId, today],
  );
}

interface EndedOrganisations extends CalendarTurn {
  readonly organisationIds: readonly string[];
  /** First day on which they no longer exist. */
  readonly on: string;
  readonly reason: string;
  /** For which their people work by now. */
  readonly heirId?: string;
}

/**
 * Of organisations that merged or were dissolved: what they hold ends, what they applied for is rejected. Their contact
 * persons are told of what ends, as of any other end: their calendars have the last day to renew it.
 */
export async function endOrganisationMemberships(tx: EntityManager, ended: EndedOrganisations): Promise<void> {
  const { organisationIds, on, now, reason } = ended;
  const [cancelled] = await tx.query<[{ id: string }[], number]>(
    `update membership set cancelled_on = greatest(since, $2::date), cancellation_reason = $3, version = version + 1,
        updated_at = now()
      where organisation_id = any($1) and decision = 'APPROVED' and cancelled_on is null and $2 < grace_until
      returning id`,
    [organisationIds, on, reason],
  );
  for (const { id } of cancelled) await tellHolder(tx, cancelledMail, { ...ended, id });
  await tx.query(
    `update membership set decision = 'REJECTED', decided_at = $2, rejection_reason = $3, version = version + 1,
        updated_at = now()
      where organisation_id = any($1) and decision is null`,
    [organisationIds, now, reason],
  );
}
