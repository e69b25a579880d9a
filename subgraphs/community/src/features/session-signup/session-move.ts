import { In } from 'typeorm';
import type { SessionEntity } from '../event-session/session.entity.js';
import type { EventTurn } from '../event/event-follower.js';
import { expected, RegistrationState } from '../waiting-list/registration-state.enums.js';
import { endSignups } from './end-signups.js';
import { invitationMovedMail } from './invitation-mails.js';
import { tellInvitedTo } from './invitation-news.js';
import { sessionClashMail, sessionMovedMail } from './session-change-mails.js';
import { promoteInSession } from './session-promotion.js';
import { SessionSignupEntity } from './session-signup.entity.js';
import { tellInSession } from './tell-in-session.js';

const clashing = `
  select signup.id from session_signup signup where signup.session_id = $1 and signup.state = 'CONFIRMED' and exists (
    select from session_signup own join event_session other on other.id = own.session_id
    where own.registration_id = signup.registration_id and own.session_id <> $1 and own.state = 'CONFIRMED'
      and other.status = 'SCHEDULED' and other.starts_at < $3 and other.ends_at > $2)`;

/**
 * A session moved. Nobody is in two sessions at once: whoever has a place in another one at its new time gives up this one,
 * is told, and the next in line gets the place. Everybody else who comes or waits is told of the new time or room.
 */
export async function followMove(turn: EventTurn, session: SessionEntity, before: SessionEntity): Promise<void> {
  const moved = hasMoved(before, session);
  if (moved) await tellInvitedTo(turn, session, invitationMovedMail);
  const rows = await turn.tx.query<{ id: string }[]>(clashing, [session.id, session.startsAt, session.endsAt]);
  const lost = await turn.tx.findBy(SessionSignupEntity, { id: In(rows.map(({ id }) => id)) });
  await tellInSession(turn, { session, signups: await endSignups(turn, lost) }, sessionClashMail);
  if (moved) {
    const coming = { sessionId: session.id, state: In([...expected]) };
    const signups = await turn.tx.find(SessionSignupEntity, { where: coming, order: { id: 'ASC' } });
    await tellInSession(turn, { session, before, signups }, sessionMovedMail);
  }
  await promoteInSession(turn, session);
}

const hasMoved = (before: SessionEntity, { startsAt, endsAt, roomId }: SessionEntity): boolean =>
  before.roomId !== roomId ||
  before.startsAt.getTime() !== startsAt.getTime() ||
  before.endsAt.getTime() !== endsAt.getTime();

const late = `update session_signup signup set offer_expires_at = session.starts_at
  from event_session session where session.id = signup.session_id and session.event_id = $1
    and signup.state = '${RegistrationState.OFFERED}' and signup.offer_expires_at > session.starts_at`;

/** No offer outlasts the start of its session, also when that comes earlier. */
export async function shortenOffers({ tx, event }: EventTurn): Promise<void> {
  await tx.query(late, [event.id]);
}
