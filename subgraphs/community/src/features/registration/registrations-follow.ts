import { In, MoreThan } from 'typeorm';
import { meetingAnnouncedMail, meetingMovedMail } from '../circle-meeting/meeting-mails.js';
import { tellCircle } from '../circle-meeting/meeting-news.js';
import { hasMoved, hasMovedFor } from '../event/event-columns.js';
import type { EventFollower, EventTurn } from '../event/event-follower.js';
import type { EventEntity } from '../event/event.entity.js';
import type { SessionEntity } from '../event-session/session.entity.js';
import { clearSignups } from '../session-signup/clear-signups.js';
import { cancelSignups, endInvitation } from '../session-signup/session-cancellation.js';
import { invitationMovedMail } from '../session-signup/invitation-mails.js';
import { announce, announceAll, tellAllInvited } from '../session-signup/invitation-news.js';
import { SessionSignupEntity } from '../session-signup/session-signup.entity.js';
import { followMove, shortenOffers } from '../session-signup/session-move.js';
import { expected, live, RegistrationState } from '../waiting-list/registration-state.enums.js';
import { cancelRegistrations } from './event-cancellation.js';
import { promoteAll } from './promotion.js';
import { eventMovedMail } from './event-mails.js';
import { RegistrationEntity } from './registration.entity.js';
import { AttendanceMode } from './registration.enums.js';
import { tellWithSessions } from './tell.js';

/** Who knows of a meeting without a place at it is told of its time and venue. */
const onSite = { mode: AttendanceMode.ON_SITE, state: RegistrationState.WAITLISTED };

/** What an event and its sessions mean for who registered, when they change. */
export const registrationsFollow: EventFollower = {
  hasRegistrations: ({ tx, event }, mode) =>
    tx.existsBy(RegistrationEntity, { eventId: event.id, mode: AttendanceMode[mode], state: In([...live]) }),
  answeredQuestions,
  eventPublished,
  eventChanged,
  eventCancelled: cancelRegistrations,
  sessionChanged,
  sessionCancelled: cancelSignups,
  invited: announce,
  invitationWithdrawn: endInvitation,
};

async function eventPublished(turn: EventTurn): Promise<void> {
  await announceAll(turn);
  await tellCircle(turn, { mail: meetingAnnouncedMail });
}

async function answeredQuestions({ tx, event }: EventTurn): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select distinct question_id as id from registration_answer join event_question question on question.id = question_id
      where question.event_id = $1`,
    [event.id],
  );
  return rows.map(({ id }) => id);
}

/** No offer outlasts the start; what a higher capacity gives goes to who waits; who comes is told of another time or place that concerns them. */
async function eventChanged(turn: EventTurn, before: EventEntity): Promise<void> {
  const { tx, event } = turn;
  const late = { eventId: event.id, state: RegistrationState.OFFERED, offerExpiresAt: MoreThan(event.startsAt) };
  await tx.update(RegistrationEntity, late, { offerExpiresAt: event.startsAt });
  await shortenOffers(turn);
  await promoteAll(turn);
  if (before.publishedAt === null || !hasMoved(before, event)) return;
  await tellAllInvited(turn, invitationMovedMail);
  if (hasMovedFor(onSite, before, event)) await tellCircle(turn, { mail: meetingMovedMail, before });
  const coming = { eventId: event.id, state: In([...expected]) };
  const all = await tx.find(RegistrationEntity, { where: coming, order: { id: 'ASC' } });
  const registrations = all.filter((one) => hasMovedFor(one, before, event));
  const ids = registrations.map(({ id }) => id);
  const signups = await tx.findBy(SessionSignupEntity, { registrationId: In(ids), state: In([...expected]) });
  await tellWithSessions(turn, { registrations, signups }, eventMovedMail(before));
}

async function sessionChanged(turn: EventTurn, session: SessionEntity, before: SessionEntity): Promise<void> {
  await shortenOffers(turn);
  await clearSignups(turn, session);
  await followMove(turn, session, before);
}
