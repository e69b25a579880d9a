import type { Viewer } from '@lokaal/shared/auth';
import { idempotent, requireVersion } from '@lokaal/shared/database';
import { DomainError, notFound } from '@lokaal/shared/errors';
import { type EntityManager, type EntityTarget, type FindOptionsWhere, Not } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import type { EventTurn } from './event-follower.js';
import type { KeptEvents } from './kept-events.js';

/** A row that belongs to an event. */
export interface EventPart {
  id: string;
  eventId: string;
  version: number;
}

interface AddedPart {
  readonly eventId: string;
  readonly idempotencyKey?: string | null;
}

interface SeenPart {
  readonly id: string;
  readonly expectedVersion: number;
}

/** A kind of part, and how a sentence calls it. */
export interface PartKind<Part extends EventPart> {
  readonly entity: EntityTarget<Part>;
  readonly what: string;
  /** Whether others must not learn that it exists, though they see its event. */
  readonly isHidden?: (tx: EntityManager, part: Part) => Promise<boolean>;
}

/** How parts of an event come and change: under the lock of the event, which the viewer keeps. */
export class EventParts {
  constructor(
    private readonly events: KeptEvents,
    private readonly dependencies: Pick<SliceDependencies, 'db'>,
  ) {}

  /** Adds once, however often the same call arrives. Answers with the id that `insert` gives. */
  add(
    viewer: Viewer,
    added: { mutation: string; input: AddedPart },
    insert: (turn: EventTurn) => Promise<string>,
  ): Promise<string> {
    const { idempotencyKey: key, ...input } = added.input;
    return this.events.change({ viewer, eventId: input.eventId, what: 'Event', field: 'eventId' }, (turn) => {
      const call = { personId: viewer.personId!, key, mutation: added.mutation, input, now: turn.now };
      return idempotent(turn.tx, call, () => insert(turn));
    });
  }

  /** Changes a part in the version that the input has seen. Answers with what `work` gives. */
  async change<Part extends EventPart, Result>(
    { viewer, input, kind: { entity, what, isHidden } }: { viewer: Viewer; input: SeenPart; kind: PartKind<Part> },
    work: (turn: EventTurn, part: Part) => Promise<Result>,
  ): Promise<Result> {
    const where = { id: input.id } as FindOptionsWhere<Part>;
    const { manager } = this.dependencies.db;
    const known = await manager.findOneBy(entity, where);
    const hidden = known !== null && ((await isHidden?.(manager, known)) ?? false);
    const asked = { viewer, eventId: known?.eventId, what, field: 'id', isHidden: hidden };
    return this.events.change(asked, async (turn) => {
      const part = await turn.tx.findOneBy(entity, where);
      if (!part) throw notFound(what, ['id']);
      requireVersion(part, input.expectedVersion);
      return work(turn, part);
    });
  }
}

/** A value that no other part of the event may have. The event's lock makes this hold until the transaction ends. */
export async function requireFree<Part extends EventPart>(
  tx: EntityManager,
  { entity, what }: PartKind<Part>,
  { id, eventId, ...value }: { id: string; eventId: string } & Record<string, string>,
): Promise<void> {
  const where = { id: Not(id), eventId, ...value } as unknown as FindOptionsWhere<Part>;
  const [field] = Object.keys(value);
  if (await tx.existsBy(entity, where))
    throw new DomainError('ALREADY_EXISTS', `Another ${what.toLowerCase()} of this event has this ${field}.`, [field!]);
}
