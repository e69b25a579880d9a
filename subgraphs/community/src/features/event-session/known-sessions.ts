import type { Viewer } from '@lokaal/shared/auth';
import { notFound } from '@lokaal/shared/errors';
import type { DataSource, EntityManager } from 'typeorm';
import type { EventTurn } from '../event/event-follower.js';
import type { KeptEvents } from '../event/kept-events.js';
import { isPrivate } from './session-facts.query.js';
import { SessionEntity } from './session.entity.js';

/** The session to which a change leads, and how a refusal calls what the input named. */
interface NamedSession {
  /** Undefined when the input named nothing that exists. */
  readonly id: string | undefined;
  readonly what: string;
  readonly field: string;
  /** Whether the viewer does not see what the input named, though the session may be seen. */
  readonly isHidden?: boolean;
}

/** Changes of what belongs to a session pass here: under the lock of its event, which the viewer keeps. */
export class KnownSessions {
  constructor(
    private readonly events: KeptEvents,
    private readonly db: DataSource,
  ) {}

  /** Reads outside a transaction: to learn to which session something belongs. */
  get manager(): EntityManager {
    return this.db.manager;
  }

  get now(): Date {
    return this.events.now;
  }

  async change<Result>(
    viewer: Viewer,
    { id, what, field, isHidden = false }: NamedSession,
    work: (turn: EventTurn, session: SessionEntity) => Promise<Result>,
  ): Promise<Result> {
    const known = id === undefined ? null : await this.manager.findOneBy(SessionEntity, { id });
    const isUnseen = isHidden || (known !== null && (await isPrivate(this.manager, known)));
    return this.events.change({ viewer, eventId: known?.eventId, what, field, isHidden: isUnseen }, async (turn) => {
      const session = await turn.tx.findOneBy(SessionEntity, { id: known!.id });
      if (!session) throw notFound(what, [field]);
      return work(turn, session);
    });
  }
}
