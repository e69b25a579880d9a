import type { EntityManager } from 'typeorm';
import { RefreshTokenEntity } from './refresh-token.entity.js';
import { hashOfToken, keyedHash, newSecretToken } from './secret-token.js';
import { endSession } from './session-end.js';
import { SignInSessionEntity } from './sign-in-session.entity.js';
import { isOver, sessionEnds } from './session.policy.js';

/** How long a client may repeat a refresh whose answer it did not get, in milliseconds. */
const repeatWindow = 60_000;

interface RefreshRequest {
  readonly refreshToken: string;
  readonly idempotencyKey?: string | null;
  /** Key from which the next token of a repeatable refresh is derived. */
  readonly key: Uint8Array;
  readonly now: Date;
}

export type Rotation =
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'reused'; readonly sessionId: string }
  | {
      readonly outcome: 'rotated';
      readonly personId: string;
      readonly sessionId: string;
      readonly refreshToken: string;
    };

/**
 * Replaces a refresh token. One that was replaced before ends the session: two parties hold it, and nobody can tell
 * which of them is the owner (RFC 9700, 4.14.2). The session's row is locked, so of several refreshes at once one is first.
 *
 * A client may lose the answer. If it sent an idempotencyKey, the same token with the same key gives the same next token,
 * for a minute and as long as that one was not used: derived, so that it need not be stored. A thief of the token alone
 * lacks the key; without a key every repetition is a reuse.
 */
export async function rotate(tx: EntityManager, request: RefreshRequest): Promise<Rotation> {
  const tokenHash = hashOfToken(request.refreshToken);
  const found = await tx.findOneBy(RefreshTokenEntity, { tokenHash });
  if (!found) return { outcome: 'refused' };
  const session = await tx.findOne(SignInSessionEntity, {
    where: { id: found.sessionId },
    lock: { mode: 'pessimistic_write' },
  });
  if (!session || session.endedAt) return { outcome: 'refused' };
  if (isOver(session, request.now)) {
    // Written down, so that a clock that is set back does not revive it.
    await endSession(tx, session.id, { reason: 'EXPIRED', now: request.now });
    return { outcome: 'refused' };
  }
  // Read again: before the lock it may have been another one's turn.
  const token = await tx.findOneByOrFail(RefreshTokenEntity, { tokenHash });
  if (token.replacedBy === null) return replace(tx, session, request);
  return repeatOrEnd(tx, { session, token }, request);
}

async function replace(tx: EntityManager, session: SignInSessionEntity, request: RefreshRequest): Promise<Rotation> {
  const { now } = request;
  const refreshToken = derivedToken(request) ?? newSecretToken();
  const replacedBy = hashOfToken(refreshToken);
  await tx.update(RefreshTokenEntity, hashOfToken(request.refreshToken), { replacedAt: now, replacedBy });
  await tx.insert(RefreshTokenEntity, { tokenHash: replacedBy, sessionId: session.id, createdAt: now });
  await tx.update(SignInSessionEntity, session.id, sessionEnds(now, session.expiresAt));
  return { outcome: 'rotated', personId: session.personId, sessionId: session.id, refreshToken };
}

async function repeatOrEnd(
  tx: EntityManager,
  { session, token }: { session: SignInSessionEntity; token: RefreshTokenEntity },
  request: RefreshRequest,
): Promise<Rotation> {
  const refreshToken = derivedToken(request);
  if (refreshToken !== undefined && (await isRepeatable(tx, token, { refreshToken, now: request.now })))
    return { outcome: 'rotated', personId: session.personId, sessionId: session.id, refreshToken };
  await endSession(tx, session.id, { reason: 'TOKEN_REUSED', now: request.now });
  return { outcome: 'reused', sessionId: session.id };
}

async function isRepeatable(
  tx: EntityManager,
  { replacedAt, replacedBy }: RefreshTokenEntity,
  { refreshToken, now }: { refreshToken: string; now: Date },
): Promise<boolean> {
  const tokenHash = hashOfToken(refreshToken);
  if (replacedBy !== tokenHash || replacedAt === null || now.getTime() - replacedAt.getTime() > repeatWindow)
    return false;
  const next = await tx.findOneBy(RefreshTokenEntity, { tokenHash });
  return next !== null && next.replacedAt === null;
}

const derivedToken = ({ key, refreshToken, idempotencyKey }: RefreshRequest): string | undefined =>
  idempotencyKey ? keyedHash(key, 'refresh', refreshToken, idempotencyKey) : undefined;
