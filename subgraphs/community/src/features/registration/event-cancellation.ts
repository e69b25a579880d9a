import { In, MoreThan } from 'typeorm';
import { meetingCancelledMail } from '../circle-meeting/meeting-mails.js';
import { tellCircle } from '../circle-meeting/meeting-news.js';
import { SessionEntity } from '../event-session/session.entity.js';
import { endSignups } from '../session-signup/end-signups.js';
import { invitationCancelledMail } from '../session-signup/invitation-mails.js';
import { tellAllInvited } from '../session-signup/invitation-news.js';
import { leaveSessions } from '../session-signup/leave-sessions.js';
import { SessionSignupEntity } from '../session-signup/session-signup.entity.js';
import type { EventTurn } from '../event/event-follower.js';
import { changeAll } from '../waiting-list/places.js';
import { expected, holding, RegistrationState } from '../waiting-list/registration-state.enums.js';
import { eventCancelledMail } from './event-mails.js';
import { RegistrationEntity } from './registration.entity.js';
import { tellWithSessions } from './tell.js';

/**
 * Ends all registrations of an event that was just cancelled, and tells each person once, also who was only invited for a
 * private session. Who is there already stays noted as such, and is told as well.
 */
export async function cancelRegistrations(turn: EventTurn): Promise<void> {
  await tellAllInvited(turn, invitationCancelledMail);
  await tellCircle(turn, { mail: meetingCancelledMail });
  const wanted = { eventId: turn.event.id, state: In([...expected, RegistrationState.ATTENDED]) };
  const all = await turn.tx.find(RegistrationEntity, { where: wanted, order: { id: 'ASC' } });
  const present = all.filter(({ state }) => state === RegistrationState.ATTENDED);
  const rows = all.filter(({ state }) => state !== RegistrationState.ATTENDED);
  const change = { state: RegistrationState.CANCELLED, cancelledAt: turn.now, checkedInAt: null };
  await changeAll(turn, { entity: RegistrationEntity, rows, change });
  const signups = await leaveSessions(
    turn,
    rows.map(({ id }) => id),
  );
  const missed = await endWhatWasToCome(turn, present);
  await tellWithSessions(turn, { registrations: all, signups: [...signups, ...missed] }, eventCancelledMail);
}

/** Answers with the sign-ups that had a place: they are in a calendar. */
async function endWhatWasToCome(
  turn: EventTurn,
  present: readonly RegistrationEntity[],
): Promise<SessionSignupEntity[]> {
  const { tx, event, now } = turn;
  const coming = await tx.findBy(SessionEntity, { eventId: event.id, endsAt: MoreThan(now) });
  const rows = await tx.findBy(SessionSignupEntity, {
    registrationId: In(present.map(({ id }) => id)),
    sessionId: In(coming.map(({ id }) => id)),
    state: In([...expected]),
  });
  const placed = rows.filter(({ state }) => holding.includes(state));
  await endSignups(turn, rows);
  return placed;
}
