import { invalidState } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import type { CalendarTurn } from '../calendar/calendar-attachment.js';
import { withdrawAccessionsOf } from '../circle-accession/pass-on-accessions.js';
import { withdrawInvitationsOf } from '../employment-invitation/withdraw-invitations.js';
import { endOrganisationMemberships } from '../membership/end-memberships.js';
import { endParticipations } from '../project/pass-on-participations.js';

export interface Ending extends CalendarTurn {
  readonly organisationIds: readonly string[];
  /** First day on which they no longer exist. */
  readonly on: string;
  /** Why, for whoever reads of a membership that ended. */
  readonly reason: string;
}

/** Refuses an end before the first day of something that is known of the organisation. */
export async function requireNoLaterCircle(
  tx: EntityManager,
  { organisationIds, on }: Pick<Ending, 'organisationIds' | 'on'>,
) {
  const later = await tx.query<{ legal_name: string }[]>(
    `select o.legal_name from circle_membership m join organisation o on o.id = m.organisation_id
      where m.organisation_id = any($1) and m.from_date >= $2 limit 1`,
    [organisationIds, on],
  );
  if (later[0])
    throw invalidState(`${later[0].legal_name} is in a knowledge circle from a later day on: change that first.`);
}

/** What organisations leave when they end: their circle, projects, memberships of the association, and the people who work there. */
export async function endTies(tx: EntityManager, ending: Ending): Promise<void> {
  const { organisationIds, on, now } = ending;
  await requireNoLaterCircle(tx, ending);
  await endCircleMemberships(tx, ending);
  await endParticipations(tx, ending);
  await withdrawAccessionsOf(tx, organisationIds, now);
  await withdrawInvitationsOf(tx, organisationIds, now);
  await endOrganisationMemberships(tx, ending);
  // what would begin when the organisation is gone never was
  await tx.query('delete from employment where organisation_id = any($1) and from_date >= $2', [organisationIds, on]);
  await tx.query(
    `update employment set to_date = $2, version = version + 1, updated_at = now()
      where organisation_id = any($1) and (to_date is null or to_date > $2)`,
    [organisationIds, on],
  );
}

export const endCircleMemberships = (
  tx: EntityManager,
  { organisationIds, on }: Pick<Ending, 'organisationIds' | 'on'>,
) =>
  tx.query(
    `update circle_membership set to_date = $2, version = version + 1, updated_at = now()
      where organisation_id = any($1) and (to_date is null or to_date > $2)`,
    [organisationIds, on],
  );
