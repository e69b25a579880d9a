import { In } from 'typeorm';
import { SessionEntity } from '../event-session/session.entity.js';
import { SessionStatus } from '../event-session/session.enums.js';
import { EventStatus } from '../event/event.enums.js';
import type { EventTurn } from '../event/event-follower.js';
import { expireOffers, offerNext } from '../waiting-list/places.js';
import { clearSignups } from './clear-signups.js';
import { sessionOfferExpiredMail, sessionOfferMail } from './session-mails.js';
import { sessionPlaces } from './session-places.js';
import { tellInSession } from './tell-in-session.js';

/** Offers what is free in a session to who waits longest for it and may attend it, and tells them. */
export async function promoteInSession(turn: EventTurn, session: SessionEntity): Promise<void> {
  if (turn.event.status !== EventStatus.PUBLISHED || session.status !== SessionStatus.SCHEDULED) return;
  await clearSignups(turn, session);
  const offered = await offerNext(turn, await sessionPlaces(turn.tx, session, turn.event));
  await tellInSession(turn, { session, signups: offered }, sessionOfferMail);
}

/** Ends the offers of sessions of an event that nobody accepted in time; their places go to the next in line. */
export async function expireInSessions(turn: EventTurn, sessionIds: readonly string[]): Promise<void> {
  for (const session of await sessionsById(turn, sessionIds)) {
    const expired = await expireOffers(turn, await sessionPlaces(turn.tx, session, turn.event));
    await tellInSession(turn, { session, signups: expired }, sessionOfferExpiredMail);
    await promoteInSession(turn, session);
  }
}

/** Always in one order. */
export const sessionsById = ({ tx, event }: EventTurn, ids: readonly string[]): Promise<SessionEntity[]> =>
  tx.find(SessionEntity, { where: { id: In([...ids]), eventId: event.id }, order: { id: 'ASC' } });
