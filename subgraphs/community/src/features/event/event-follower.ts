import type { Mailbox } from '@lokaal/shared/config';
import type { EntityManager } from 'typeorm';
import type { SessionEntity } from '../event-session/session.entity.js';
import type { RegistrationLinks } from '../registration/registration-links.js';
import type { EventEntity } from './event.entity.js';
import type { EventMode } from './event.enums.js';

/** A change of an event, in its transaction: the event's row is locked, so nobody else decides about its places. */
export interface EventTurn {
  readonly tx: EntityManager;
  readonly now: Date;
  /** As it is, or as it was just written. */
  readonly event: EventEntity;
  /** Who does it, and knows; nobody when time does. */
  readonly byId?: string | undefined;
  /** Addresses for mails about it and its registrations. */
  readonly links: Pick<RegistrationLinks, 'to'>;
  /** Who sends those mails. */
  readonly mailFrom: Mailbox;
}

/**
 * Who has to act when an event changes: registrations. Everything happens in the transaction of the change; the event and
 * the session that are given are as they were written.
 */
export interface EventFollower {
  /** Whether somebody has a place in this mode, or waits for one. */
  hasRegistrations(turn: EventTurn, mode: EventMode.ON_SITE | EventMode.ONLINE): Promise<boolean>;
  /** Questions of the event that somebody answered: ids. */
  answeredQuestions(turn: EventTurn): Promise<readonly string[]>;
  /** From now on people know of it: who was invited for its private sessions is told, and the circle that meets, but for who did it. */
  eventPublished(turn: EventTurn): Promise<void>;
  /** It moved, or its capacity changed. Lower than what is taken: nobody loses a place, and nobody gets one until it is below. */
  eventChanged(turn: EventTurn, before: EventEntity): Promise<void>;
  /** It does not take place: everybody who registered is told the reason. */
  eventCancelled(turn: EventTurn): Promise<void>;
  /** It moved, its own capacity or that of its room changed, or other people may attend it, or need not sign up. */
  sessionChanged(turn: EventTurn, session: SessionEntity, before: SessionEntity): Promise<void>;
  sessionCancelled(turn: EventTurn, session: SessionEntity): Promise<void>;
  /** These people may attend this private session from now on. */
  invited(turn: EventTurn, session: SessionEntity, personIds: readonly string[]): Promise<void>;
  /** This person may no longer attend this private session. */
  invitationWithdrawn(turn: EventTurn, session: SessionEntity, personId: string): Promise<void>;
}
