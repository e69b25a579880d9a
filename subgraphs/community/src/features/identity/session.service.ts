import { randomUUID } from 'node:crypto';
import { type DataSource, type EntityManager } from 'typeorm';
import type { Viewer } from '@lokaal/shared/auth';
import type { Clock } from '@lokaal/shared/config';
import { inTransaction } from '@lokaal/shared/database';
import { DomainError, forbidden } from '@lokaal/shared/errors';
import { accessTokenLifetime, issueAccessToken } from './access-token-issuer.js';
import type { RefreshSessionInput, SignOutInput } from './identity.input.js';
import { KnownAddressEntity } from './known-address.entity.js';
import { rotate, type Rotation } from './refresh-rotation.js';
import { RefreshTokenEntity } from './refresh-token.entity.js';
import { hashOfToken, newSecretToken } from './secret-token.js';
import { endSession, endAccessOf } from './session-end.js';
import { SignInSessionEntity } from './sign-in-session.entity.js';
import { sessionEnds } from './session.policy.js';
import type { SigningKeys } from './signing-keys.js';

export interface SessionTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Seconds that the access token works. */
  readonly expiresIn: number;
}

export interface SessionDependencies {
  readonly dataSource: DataSource;
  readonly clock: Clock;
  readonly signingKeys: SigningKeys;
  /** Key from which the answer to a repeated refresh is derived. */
  readonly rotationKey: Uint8Array;
  /** Told when a refresh token came back that had been replaced: somebody else may have a copy. */
  readonly onReuse: (sessionId: string) => void;
}

interface Proof {
  readonly personId: string;
  readonly origin: string | undefined;
  /** Holds what was proven until the session is written, or refuses: what takes it away in between ends this session too. */
  readonly hold: (tx: EntityManager) => Promise<void>;
}

export class SessionService {
  constructor(private readonly dependencies: SessionDependencies) {}

  async start({ personId, origin, hold }: Proof): Promise<SessionTokens> {
    const { dataSource, clock } = this.dependencies;
    const now = clock.now();
    const session = { id: randomUUID(), personId, createdAt: now, ...sessionEnds(now) };
    const refreshToken = newSecretToken();
    await inTransaction(dataSource, async (tx) => {
      await hold(tx);
      await tx.insert(SignInSessionEntity, session);
      await tx.insert(RefreshTokenEntity, {
        tokenHash: hashOfToken(refreshToken),
        sessionId: session.id,
        createdAt: now,
      });
      if (origin)
        await tx.upsert(KnownAddressEntity, { personId, address: origin, seenAt: now }, ['personId', 'address']);
    });
    return this.tokens({ personId, sessionId: session.id, refreshToken }, now);
  }

  async refresh({ refreshToken, idempotencyKey }: RefreshSessionInput): Promise<SessionTokens> {
    const { dataSource, clock, rotationKey, onReuse } = this.dependencies;
    const now = clock.now();
    // A refusal may have ended the session, so it is thrown only after the commit.
    const rotation = await inTransaction(dataSource, (tx) =>
      rotate(tx, { refreshToken, idempotencyKey, key: rotationKey, now }),
    );
    if (rotation.outcome === 'reused') onReuse(rotation.sessionId);
    if (rotation.outcome !== 'rotated') throw invalidSession();
    return this.tokens(rotation, now);
  }

  /** Ends the session of this token, also of one that was replaced. Nothing to end is no error: the caller is signed out. */
  signOut({ refreshToken }: SignOutInput): Promise<void> {
    const { dataSource, clock } = this.dependencies;
    return inTransaction(dataSource, async (tx) => {
      const token = await tx.findOneBy(RefreshTokenEntity, { tokenHash: hashOfToken(refreshToken) });
      if (token) await endSession(tx, token.sessionId, { reason: 'SIGNED_OUT', now: clock.now() });
    });
  }

  async signOutEverywhere({ personId }: Viewer): Promise<void> {
    if (personId === undefined) throw forbidden('Sign in first.');
    const { dataSource, clock } = this.dependencies;
    await inTransaction(dataSource, (tx) => endAccessOf(tx, personId, { reason: 'SIGNED_OUT', now: clock.now() }));
  }

  private async tokens(
    { personId, sessionId, refreshToken }: Omit<Extract<Rotation, { outcome: 'rotated' }>, 'outcome'>,
    now: Date,
  ): Promise<SessionTokens> {
    const key = await this.dependencies.signingKeys.current();
    const accessToken = await issueAccessToken(key, { personId, sessionId }, now);
    return { accessToken, refreshToken, expiresIn: accessTokenLifetime };
  }
}

const invalidSession = (): DomainError =>
  new DomainError('INVALID_TOKEN', 'Your session has ended. Sign in again.', ['refreshToken']);
