import { In } from 'typeorm';
import { meetingCancelledMail } from '../circle-meeting/meeting-mails.js';
import { tellCircle } from '../circle-meeting/meeting-news.js';
import { invitationCancelledMail } from '../session-signup/invitation-mails.js';
import { tellAllInvited } from '../session-signup/invitation-news.js';
import { leaveSessions } from '../session-signup/leave-sessions.js';
import type { EventTurn } from '../event/event-follower.js';
import { changeAll } from '../waiting-list/places.js';
import { expected, RegistrationState } from '../waiting-list/registration-state.enums.js';
import { eventCancelledMail } from './event-mails.js';
import { RegistrationEntity } from './registration.entity.js';
import { tellWithSessions } from './tell.js';

/** Ends all registrations of an event that was just cancelled, and tells each person once, also who was only invited for a private session. */
export async function cancelRegistrations(turn: EventTurn): Promise<void> {
  await tellAllInvited(turn, invitationCancelledMail);
  await tellCircle(turn, { mail: meetingCancelledMail });
  const wanted = { eventId: turn.event.id, state: In([...expected]) };
  const rows = await turn.tx.find(RegistrationEntity, { where: wanted, order: { id: 'ASC' } });
  const change = { state: RegistrationState.CANCELLED, cancelledAt: turn.now, checkedInAt: null };
  await changeAll(turn, { entity: RegistrationEntity, rows, change });
  const signups = await leaveSessions(
    turn,
    rows.map(({ id }) => id),
  );
  await tellWithSessions(turn, { registrations: rows, signups }, eventCancelledMail);
}
