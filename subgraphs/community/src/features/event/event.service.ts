import type { Viewer } from '@lokaal/shared/auth';
import { freeSlug, idempotent, requireVersion } from '@lokaal/shared/database';
import { badInput, forbidden, invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import { requireThemes } from '../theme/known-themes.js';
import { columnsOf, emptyEvent, hasMoved } from './event-columns.js';
import { regionOf, requireFreeNames, requireReferents, sessionsOutside } from './event-facts.query.js';
import type { EventFollower, EventTurn } from './event-follower.js';
import { EventEntity } from './event.entity.js';
import { EventMode, EventStatus } from './event.enums.js';
import type { CreateEventInput, UpdateEventInput } from './event.input.js';
import { refusalOfPlan } from './event.rules.js';
import { keeps, type KeptEvents } from './kept-events.js';
import { moveSessions } from './move-sessions.js';

/** Events as staff prepare and change them, and coordinators the meetings of their circle. Methods answer with the event's id. */
export class EventService {
  constructor(
    private readonly events: KeptEvents,
    private readonly follower: EventFollower,
  ) {}

  create(viewer: Viewer, input: CreateEventInput): Promise<string> {
    const { idempotencyKey: key, ...fields } = input;
    return this.events.write(async (tx) => {
      const circleId = fields.circleId ?? null;
      if (!(await keeps(tx, viewer, { circleId, now: this.events.now })))
        throw forbidden('Only staff may add an event, and coordinators a meeting of their circle.');
      const call = { personId: viewer.personId!, key, mutation: 'createEvent', input: fields, now: this.events.now };
      return idempotent(tx, call, () => insert(tx, { ...fields, circleId }));
    });
  }

  update(viewer: Viewer, { id, ...input }: UpdateEventInput): Promise<string> {
    const asked = { viewer, eventId: id, what: 'Event', field: 'id' };
    return this.events.change(asked, async (turn) => {
      const { event: before } = turn;
      requireVersion(before, input.expectedVersion);
      const event: EventEntity = Object.assign(new EventEntity(), before, columnsOf(input));
      await this.refuse({ ...turn, event }, before);
      await requireThemes(turn.tx, input.themes);
      event.referenceRegion = await regionOf(turn.tx, event);
      if (before.publishedAt !== null && hasMoved(before, event)) event.sequence += 1;
      await write(turn.tx, event);
      if (input.moveSessions) await moveSessions(turn.tx, before, event);
      await requireSessionsInside(turn.tx, event);
      await this.follower.eventChanged({ ...turn, event }, before);
      return id;
    });
  }

  private async refuse(turn: EventTurn, before: EventEntity): Promise<void> {
    const { event, tx, now } = turn;
    const refusal = refusalOfPlan(event) ?? refusalOfChange(before, event, now);
    if (refusal) throw refusal;
    await requireReferents(tx, event);
    await requireFreeNames(tx, event);
    await this.requireModesInUse(turn, before);
  }

  /** A mode in which people have a place, or wait for one, stays. */
  private async requireModesInUse(turn: EventTurn, before: EventEntity): Promise<void> {
    for (const mode of [EventMode.ON_SITE, EventMode.ONLINE] as const) {
      const ends = isHeld(before.mode, mode) && !isHeld(turn.event.mode, mode);
      if (ends && (await this.follower.hasRegistrations(turn, mode)))
        throw badInput(`People registered ${mode}, so it stays possible to attend so.`, ['mode']);
    }
  }
}

const isHeld = (mode: EventMode, attended: EventMode): boolean => mode === attended || mode === EventMode.HYBRID;

async function insert(tx: EntityManager, input: CreateEventInput & { circleId: string | null }): Promise<string> {
  const slug = input.slug ?? (await freeSlug(tx, input.title, { table: 'event', fallback: 'evenement' }));
  const given = { ...emptyEvent, ...columnsOf(input), circleId: input.circleId, slug, status: EventStatus.DRAFT };
  const event: EventEntity = Object.assign(new EventEntity(), given, { id: newId('event') });
  const refusal = refusalOfPlan(event);
  if (refusal) throw refusal;
  await requireReferents(tx, event);
  await requireThemes(tx, input.themes);
  await requireFreeNames(tx, event);
  event.referenceRegion = await regionOf(tx, event);
  await tx.insert(EventEntity, event);
  return event.id;
}

/** What must not change any more. */
function refusalOfChange(before: EventEntity, after: EventEntity, now: Date) {
  if (before.status === EventStatus.DRAFT) return undefined;
  if (before.edition !== after.edition) return badInput('Only a draft gets another edition.', ['edition']);
  if (before.slug !== after.slug) return badInput('Only a draft gets another address: others point to it.', ['slug']);
  const starts = before.startsAt.getTime() !== after.startsAt.getTime();
  if (!starts && before.endsAt.getTime() === after.endsAt.getTime()) return undefined;
  if (before.endsAt <= now) return invalidState('An event that is over does not move.');
  if (starts && before.startsAt <= now) return invalidState('An event that has begun keeps its begin.');
  if (after.endsAt <= now) return badInput('An event that is published ends in the future.', ['endsAt']);
  return starts && after.startsAt <= now
    ? badInput('A published event begins in the future.', ['startsAt'])
    : undefined;
}

async function requireSessionsInside(tx: EntityManager, event: EventEntity): Promise<void> {
  const count = await sessionsOutside(tx, event);
  if (count === 0) return;
  throw badInput(`${count} of its sessions would lie outside: move them first, or along with moveSessions.`, [
    'startsAt',
  ]);
}

/** Also when nothing is different: whoever changes something sees a new version. */
async function write(tx: EntityManager, event: EventEntity): Promise<void> {
  const { id, version: _version, createdAt: _created, updatedAt: _updated, ...columns } = event;
  await tx.update(EventEntity, id, { ...columns, updatedAt: () => 'now()' });
  event.version += 1;
}
