import { IsNull, type EntityManager } from 'typeorm';
import { SessionEntity, type SessionEndReason } from './session.entity.js';

interface SessionEnd {
  readonly reason: SessionEndReason;
  readonly now: Date;
}

/** Ends one session: the family of refresh tokens and every access token of it. Ended stays ended, with its first reason. */
export async function endSession(tx: EntityManager, id: string, { reason, now }: SessionEnd): Promise<void> {
  await tx.update(SessionEntity, { id, endedAt: IsNull() }, { endedAt: now, endReason: reason });
}

export async function endSessionsOf(tx: EntityManager, personId: string, { reason, now }: SessionEnd): Promise<void> {
  await tx.update(SessionEntity, { personId, endedAt: IsNull() }, { endedAt: now, endReason: reason });
}
