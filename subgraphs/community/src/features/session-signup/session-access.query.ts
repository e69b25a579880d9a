import { isStaff, organisationIds, type Viewer } from '@lokaal/shared/auth';
import type { EntityManager } from 'typeorm';
import { SessionInvitationEntity } from '../event-session/session-invitation.entity.js';
import type { SessionEntity } from '../event-session/session.entity.js';
import { TrackKind } from '../event/event.enums.js';
import { TrackEntity } from '../event/track.entity.js';

/** Whether a person may know of a session: those of a PRIVATE track are for who was invited, the company that gives it and staff. */
export async function maySeeSession(tx: EntityManager, viewer: Viewer, session: SessionEntity): Promise<boolean> {
  const track = await tx.findOneByOrFail(TrackEntity, { id: session.trackId });
  if (track.kind !== TrackKind.PRIVATE || isStaff(viewer)) return true;
  const { id: sessionId, vendorOrganisationId } = session;
  if (vendorOrganisationId !== null && organisationIds(viewer).includes(vendorOrganisationId)) return true;
  return tx.existsBy(SessionInvitationEntity, { sessionId, personId: viewer.personId! });
}
