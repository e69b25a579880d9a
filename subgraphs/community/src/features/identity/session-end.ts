import { IsNull, type EntityManager } from 'typeorm';
import { CalendarFeedEntity } from '../calendar/calendar-feed.entity.js';
import { SignInSessionEntity, type SessionEndReason } from './sign-in-session.entity.js';

interface SessionEnd {
  readonly reason: SessionEndReason;
  readonly now: Date;
}

/** Ends one session: the family of refresh tokens and every access token of it. Ended stays ended, with its first reason. */
export async function endSession(tx: EntityManager, id: string, { reason, now }: SessionEnd): Promise<void> {
  await tx.update(SignInSessionEntity, { id, endedAt: IsNull() }, { endedAt: now, endReason: reason });
}

/** Ends every session, and the calendar feeds: those read as the person without one. */
export async function endAccessOf(tx: EntityManager, personId: string, { reason, now }: SessionEnd): Promise<void> {
  await tx.update(SignInSessionEntity, { personId, endedAt: IsNull() }, { endedAt: now, endReason: reason });
  await tx.delete(CalendarFeedEntity, { personId });
}
