import type { Viewer } from '@lokaal/shared/auth';
import { requireVersion } from '@lokaal/shared/database';
import { badInput, invalidState } from '@lokaal/shared/errors';
import { SessionEntity } from '../event-session/session.entity.js';
import { SessionStatus } from '../event-session/session.enums.js';
import type { EventFollower, EventTurn } from './event-follower.js';
import { EventPriceEntity } from './event-price.entity.js';
import { EventEntity } from './event.entity.js';
import { EventMode, EventStatus } from './event.enums.js';
import { refusalOfArchiving, refusalOfCancelling, refusalOfPublishing } from './event.policy.js';
import type { ArchiveEventInput, CancelEventInput, DeleteEventInput, PublishEventInput } from './event-status.input.js';
import type { KeptEvents } from './kept-events.js';

type Seen = PublishEventInput | ArchiveEventInput | DeleteEventInput;
type Refusal = (event: EventEntity, now: Date) => string | undefined;

/** DRAFT -> PUBLISHED -> CANCELLED or ARCHIVED. Methods answer with the event's id. */
export class EventStatusService {
  constructor(
    private readonly events: KeptEvents,
    private readonly follower: EventFollower,
  ) {}

  publish(viewer: Viewer, input: PublishEventInput): Promise<string> {
    return this.go({ viewer, input, refusal: refusalOfPublishing }, async (turn) => {
      const { event, now, tx } = turn;
      if (event.mode !== EventMode.ONLINE && event.venueName === null)
        throw badInput('Say with updateEvent where it takes place first.', ['venue']);
      if (!(await tx.existsBy(EventPriceEntity, { eventId: event.id })))
        throw badInput('Say with setEventPrices who may register first, and at what price; 0 is free.', ['prices']);
      const change = { status: EventStatus.PUBLISHED, publishedAt: now };
      await tx.update(EventEntity, event.id, change);
      await this.follower.eventPublished({ ...turn, event: Object.assign(event, change) });
    });
  }

  cancel(viewer: Viewer, input: CancelEventInput): Promise<string> {
    return this.go({ viewer, input, refusal: refusalOfCancelling }, async (turn) => {
      const { event, tx } = turn;
      const change = {
        status: EventStatus.CANCELLED,
        cancellationReason: input.reason,
        sequence: event.sequence + 1,
      };
      await tx.update(EventEntity, event.id, change);
      await this.follower.eventCancelled({ ...turn, event: Object.assign(event, change) });
      const planned = { eventId: event.id, status: SessionStatus.SCHEDULED };
      await tx.update(SessionEntity, planned, { status: SessionStatus.CANCELLED, cancelledWithEvent: true });
    });
  }

  archive(viewer: Viewer, input: ArchiveEventInput): Promise<string> {
    return this.go({ viewer, input, refusal: refusalOfArchiving }, async ({ event, tx }) => {
      await tx.update(EventEntity, event.id, { status: EventStatus.ARCHIVED });
    });
  }

  /** Only a draft: what was published is cancelled or archived. */
  delete(viewer: Viewer, input: DeleteEventInput): Promise<string> {
    return this.go({ viewer, input, refusal: refusalOfDeleting }, async ({ event, tx }) => {
      await tx.delete(EventEntity, event.id);
    });
  }

  private go(step: Step, work: (turn: EventTurn) => Promise<void>): Promise<string> {
    const { viewer, input, refusal } = step;
    return this.events.pass({ viewer, eventId: input.id, what: 'Event', field: 'id' }, async (turn) => {
      requireVersion(turn.event, input.expectedVersion);
      const sentence = refusal(turn.event, turn.now);
      if (sentence) throw invalidState(sentence);
      await work(turn);
      return input.id;
    });
  }
}

interface Step {
  readonly viewer: Viewer;
  readonly input: Seen;
  readonly refusal: Refusal;
}

const refusalOfDeleting: Refusal = ({ status }) =>
  status === EventStatus.DRAFT ? undefined : `An event that is ${status} cannot be deleted.`;
