import type { Viewer } from '@lokaal/shared/auth';
import { freeSlug, idempotent } from '@lokaal/shared/database';
import { newId } from '@lokaal/shared/ids';
import { SessionEntity } from '../event-session/session.entity.js';
import { SessionStatus } from '../event-session/session.enums.js';
import { requireFreeNames } from './event-facts.query.js';
import type { EventTurn } from './event-follower.js';
import { EventPriceEntity } from './event-price.entity.js';
import { EventQuestionEntity } from './event-question.entity.js';
import { EventEntity } from './event.entity.js';
import { EventStatus } from './event.enums.js';
import type { CopyEventInput } from './event-copy.input.js';
import type { KeptEvents } from './kept-events.js';
import { RoomEntity } from './room.entity.js';
import { TrackEntity } from './track.entity.js';
import { wallClockShift } from './wall-clock.js';

type Parts = Readonly<Record<string, string>>;

/** New editions from earlier ones. */
export class EventCopyService {
  constructor(private readonly events: KeptEvents) {}

  /** Answers with the id of the new draft. */
  copy(viewer: Viewer, input: CopyEventInput): Promise<string> {
    const { idempotencyKey: key, ...fields } = input;
    return this.events.pass({ viewer, eventId: fields.id, what: 'Event', field: 'id' }, (turn) => {
      const call = { personId: viewer.personId!, key, mutation: 'copyEvent', input: fields, now: turn.now };
      return idempotent(turn.tx, call, async () => {
        const copy = await copyEvent(turn, fields);
        await copyConditions(turn, copy);
        const [tracks, rooms] = [await copyTracks(turn, copy), await copyRooms(turn, copy)];
        if (fields.withSessions) await copySessions(turn, copy, { ...tracks, ...rooms });
        return copy.id;
      });
    });
  }
}

/** Everything but what belongs to that one time: its address online, its reason, its number in calendars. */
async function copyEvent({ tx, event }: EventTurn, { edition, title, startsAt }: CopyEventInput): Promise<EventEntity> {
  const moved = wallClockShift(event.startsAt, startsAt);
  const copy: EventEntity = Object.assign(new EventEntity(), unstamped(event), {
    id: newId('event'),
    edition,
    title,
    slug: await freeSlug(tx, title, { table: 'event', fallback: 'evenement' }),
    startsAt,
    endsAt: moved(event.endsAt),
    registrationOpensAt: event.registrationOpensAt && moved(event.registrationOpensAt),
    registrationClosesAt: event.registrationClosesAt && moved(event.registrationClosesAt),
    onlineUrl: null,
    status: EventStatus.DRAFT,
    cancellationReason: null,
    publishedAt: null,
    sequence: 0,
  });
  await requireFreeNames(tx, copy);
  await tx.insert(EventEntity, copy);
  return copy;
}

async function copyConditions({ tx, event }: EventTurn, copy: EventEntity): Promise<void> {
  const prices = await tx.findBy(EventPriceEntity, { eventId: event.id });
  await tx.insert(
    EventPriceEntity,
    prices.map(({ audience, priceCents }) => ({ audience, priceCents, eventId: copy.id })),
  );
  const questions = await tx.findBy(EventQuestionEntity, { eventId: event.id });
  await tx.insert(
    EventQuestionEntity,
    questions.map((question) => ({ ...unstamped(question), id: newId('eventquestion'), eventId: copy.id })),
  );
}

async function copyTracks({ tx, event }: EventTurn, copy: EventEntity): Promise<Parts> {
  const tracks = await tx.findBy(TrackEntity, { eventId: event.id });
  const ids = Object.fromEntries(tracks.map(({ id }) => [id, newId('track')]));
  await tx.insert(
    TrackEntity,
    tracks.map((track) => ({ ...unstamped(track), id: ids[track.id]!, eventId: copy.id })),
  );
  return ids;
}

async function copyRooms({ tx, event }: EventTurn, copy: EventEntity): Promise<Parts> {
  const rooms = await tx.findBy(RoomEntity, { eventId: event.id });
  const ids = Object.fromEntries(rooms.map(({ id }) => [id, newId('room')]));
  await tx.insert(
    RoomEntity,
    rooms.map((room) => ({ ...unstamped(room), id: ids[room.id]!, eventId: copy.id })),
  );
  return ids;
}

async function copySessions({ tx, event }: EventTurn, copy: EventEntity, parts: Parts): Promise<void> {
  const planned = [{ status: SessionStatus.SCHEDULED }, { cancelledWithEvent: true }];
  const sessions = await tx.findBy(
    SessionEntity,
    planned.map((one) => ({ eventId: event.id, ...one })),
  );
  const moved = wallClockShift(event.startsAt, copy.startsAt);
  await tx.insert(
    SessionEntity,
    sessions.map((session) => ({
      ...unstamped(session),
      id: newId('session'),
      eventId: copy.id,
      trackId: parts[session.trackId]!,
      roomId: session.roomId && parts[session.roomId]!,
      startsAt: moved(session.startsAt),
      endsAt: moved(session.endsAt),
      status: SessionStatus.SCHEDULED,
      cancelledWithEvent: false,
      sequence: 0,
    })),
  );
}

type Stamps = 'createdAt' | 'updatedAt' | 'version';

function unstamped<T extends Pick<EventEntity, Stamps>>(row: T): Omit<T, Stamps> {
  const { createdAt: _created, updatedAt: _updated, version: _version, ...columns } = row;
  return columns;
}
