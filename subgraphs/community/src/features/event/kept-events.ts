import type { Viewer } from '@lokaal/shared/auth';
import { inTransaction } from '@lokaal/shared/database';
import { forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import { coordinatesCircle } from '../knowledge-circle/knowledge-circle.query.js';
import { RegistrationLinks } from '../registration/registration-links.js';
import type { TurnDependencies } from '../waiting-list/event-turnstile.js';
import type { EventTurn } from './event-follower.js';
import type { EventEntity } from './event.entity.js';
import { isOpen, isPublic, mayKeep } from './event.policy.js';
import { lockEvent } from './lock-event.js';

/** The event that somebody wants to change, and how a refusal calls what the input named. */
export interface AskedEvent {
  readonly viewer: Viewer;
  /** Undefined when the input named nothing that exists. */
  readonly eventId: string | undefined;
  /** What the input named: an event, or a part of one. */
  readonly what: string;
  readonly field: string;
  /** Whether what it named is hidden from others, though the event is public. */
  readonly isHidden?: boolean;
}

type Work<Result> = (turn: EventTurn) => Promise<Result>;

/**
 * Changes of an event and its programme pass here: the event's row is locked first, then it is refused to whoever does not
 * keep it. So changes of one event never cross, also not with those of its registrations.
 */
export class KeptEvents {
  private readonly links: RegistrationLinks;

  constructor(private readonly dependencies: TurnDependencies) {
    this.links = new RegistrationLinks(dependencies);
  }

  get now(): Date {
    return this.dependencies.clock.now();
  }

  /** Throws a DomainError NOT_FOUND or FORBIDDEN, and INVALID_STATE when the event changes no more. */
  change<Result>(asked: AskedEvent, work: Work<Result>): Promise<Result> {
    return this.pass(asked, (turn) => {
      if (!isOpen(turn.event)) throw invalidState(`An event that is ${turn.event.status} changes no more.`);
      return work(turn);
    });
  }

  /** As change, whatever the event's status is. */
  pass<Result>({ viewer, eventId, ...named }: AskedEvent, work: Work<Result>): Promise<Result> {
    return this.write(async (tx) => {
      const event = eventId === undefined ? null : await lockEvent(tx, eventId);
      const isKeeper = event !== null && (await keeps(tx, viewer, { circleId: event.circleId, now: this.now }));
      if (event === null || (!isKeeper && (named.isHidden || !isPublic(event))))
        throw notFound(named.what, [named.field]);
      if (!isKeeper)
        throw forbidden('Only staff, and for a meeting of a circle its coordinators, may change an event.');
      return work({
        tx,
        event,
        now: this.now,
        links: this.links,
        mailFrom: this.dependencies.mailFrom,
        byId: viewer.personId,
      });
    });
  }

  /** A transaction after which mail may wait. */
  async write<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    const result = await inTransaction(this.dependencies.db, work);
    this.dependencies.mailWaits();
    return result;
  }
}

/** Whether the viewer keeps an event of this circle. */
export async function keeps(
  tx: EntityManager,
  viewer: Viewer,
  { circleId, now }: Pick<EventEntity, 'circleId'> & Pick<EventTurn, 'now'>,
): Promise<boolean> {
  if (mayKeep(viewer, false)) return true;
  return circleId !== null && mayKeep(viewer, await coordinatesCircle(tx, viewer, { circleId, now }));
}
