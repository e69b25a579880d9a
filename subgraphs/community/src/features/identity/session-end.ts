import { IsNull, type EntityManager } from 'typeorm';
import { SignInSessionEntity, type SessionEndReason } from './sign-in-session.entity.js';

interface SessionEnd {
  readonly reason: SessionEndReason;
  readonly now: Date;
}

/** Ends one session: the family of refresh tokens and every access token of it. Ended stays ended, with its first reason. */
export async function endSession(tx: EntityManager, id: string, { reason, now }: SessionEnd): Promise<void> {
  await tx.update(SignInSessionEntity, { id, endedAt: IsNull() }, { endedAt: now, endReason: reason });
}

export async function endSessionsOf(tx: EntityManager, personId: string, { reason, now }: SessionEnd): Promise<void> {
  await tx.update(SignInSessionEntity, { personId, endedAt: IsNull() }, { endedAt: now, endReason: reason });
}
