import type { Asker } from '@lokaal/shared/callers';
import { inTransaction } from '@lokaal/shared/database';
import { notFound, refuseGivenUp } from '@lokaal/shared/errors';
import type { SliceDependencies } from '../../slice.js';
import type { EventTurn } from '../event/event-follower.js';
import { lockEvent } from '../event/lock-event.js';
import { RegistrationLinks } from '../registration/registration-links.js';

/** What a turn needs from outside. */
export type TurnDependencies = Pick<
  SliceDependencies,
  'db' | 'clock' | 'mailWaits' | 'publicUrl' | 'keyFor' | 'mailFrom'
>;

/** Who asks for a turn, and how long the answer is waited for. */
export type InLine = Pick<Asker, 'viewer' | 'signal'>;

type Work<Result> = (turn: EventTurn) => Promise<Result>;

/**
 * Whoever changes who has a place at an event passes here: first the event's row is locked, then the rest is done, so that
 * nobody counts places that another one is giving away. PostgreSQL decides, among all processes; within one process people
 * already wait in line, because whoever waited in the database would hold a connection that others need.
 */
export class EventTurnstile {
  private readonly last = new Map<string, Promise<unknown>>();

  private readonly links: RegistrationLinks;

  constructor(private readonly dependencies: TurnDependencies) {
    this.links = new RegistrationLinks(dependencies);
  }

  /** Throws a DomainError NOT_FOUND when there is no such event, and TIMEOUT when the signal came before the turn. */
  async pass<Result>(eventId: string, work: Work<Result>, signal?: AbortSignal): Promise<Result> {
    const before = this.last.get(eventId) ?? Promise.resolve();
    const inTime: Work<Result> = (turn) => {
      refuseGivenUp(signal);
      return work(turn);
    };
    const turn = before.then(() => this.turn(eventId, inTime));
    const over = turn.then(
      () => undefined,
      () => undefined,
    );
    this.last.set(eventId, over);
    try {
      return await turn;
    } finally {
      if (this.last.get(eventId) === over) this.last.delete(eventId);
    }
  }

  private async turn<Result>(eventId: string, work: Work<Result>): Promise<Result> {
    const { db, clock, mailWaits, mailFrom } = this.dependencies;
    const result = await inTransaction(db, async (tx) => {
      const event = await lockEvent(tx, eventId);
      if (!event) throw notFound('Event', ['eventId']);
      return work({ tx, event, now: clock.now(), links: this.links, mailFrom });
    });
    mailWaits();
    return result;
  }
}
