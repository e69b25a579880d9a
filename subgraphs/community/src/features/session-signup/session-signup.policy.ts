import type { SessionEntity } from '../event-session/session.entity.js';
import { SessionStatus } from '../event-session/session.enums.js';

export interface Span {
  readonly startsAt: Date;
  /** The first moment that no longer belongs to it. */
  readonly endsAt: Date;
}

/** Whether somebody would have to be in two places at once; what ends when the other begins does not overlap. */
export const overlaps = (one: Span, other: Span): boolean => one.startsAt < other.endsAt && other.startsAt < one.endsAt;

type Session = Pick<SessionEntity, 'status' | 'startsAt' | 'signupRequired'>;

/** Why nobody can sign up for a session, or take a place in it, now; undefined when it is possible. */
export function refusalOfSession({ status, startsAt, signupRequired }: Session, now: Date): string | undefined {
  if (status === SessionStatus.CANCELLED) return 'This session is cancelled.';
  if (now >= startsAt) return 'This session has begun.';
  return signupRequired ? undefined : 'This session is open to every participant: there is no need to sign up.';
}
