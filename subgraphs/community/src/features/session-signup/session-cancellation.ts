import { In } from 'typeorm';
import type { SessionEntity } from '../event-session/session.entity.js';
import type { EventTurn } from '../event/event-follower.js';
import { EventStatus } from '../event/event.enums.js';
import { RegistrationEntity } from '../registration/registration.entity.js';
import { expected } from '../waiting-list/registration-state.enums.js';
import { endSignups } from './end-signups.js';
import { invitationCancelledMail, invitationWithdrawnMail } from './invitation-mails.js';
import { tellInvitedTo } from './invitation-news.js';
import { sessionCancelledMail } from './session-change-mails.js';
import { promoteInSession } from './session-promotion.js';
import { SessionSignupEntity } from './session-signup.entity.js';
import { tellInSession, tellInvited } from './tell-in-session.js';

/** Ends all sign-ups for a session that was just cancelled, and tells each person once, also who was only invited. */
export async function cancelSignups(turn: EventTurn, session: SessionEntity): Promise<void> {
  await tellInvitedTo(turn, session, invitationCancelledMail);
  const wanted = { sessionId: session.id, state: In([...expected]) };
  const rows = await turn.tx.find(SessionSignupEntity, { where: wanted, order: { id: 'ASC' } });
  await tellInSession(turn, { session, signups: await endSignups(turn, rows) }, sessionCancelledMail);
}

/** Tells somebody that the invitation for a private session was withdrawn, and ends the sign-up; the place goes to the next in line. */
export async function endInvitation(turn: EventTurn, session: SessionEntity, personId: string): Promise<void> {
  const rows = await turn.tx
    .createQueryBuilder(SessionSignupEntity, 'signup')
    .innerJoin(RegistrationEntity, 'registration', 'registration.id = signup.registrationId')
    .where({ sessionId: session.id, state: In([...expected]) })
    .andWhere('registration.personId = :personId', { personId })
    .getMany();
  await endSignups(turn, rows);
  if (isKnown(turn, session)) await tellInvited(turn, { session, personIds: [personId] }, invitationWithdrawnMail);
  await promoteInSession(turn, session);
}

/** Whether people were told of a session, and it is not over. */
const isKnown = ({ event, now }: EventTurn, { endsAt }: SessionEntity): boolean =>
  event.status === EventStatus.PUBLISHED && endsAt > now;
