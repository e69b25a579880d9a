import type { Viewer } from '@lokaal/shared/auth';
import { badInput, invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EventFollower, EventTurn } from '../event/event-follower.js';
import type { EventParts, PartKind } from '../event/event-parts.js';
import { EventStatus } from '../event/event.enums.js';
import { requireThemes } from '../theme/known-themes.js';
import { freeRoom, isPrivate, requireTrack, requireVendor } from './session-facts.query.js';
import { SessionEntity } from './session.entity.js';
import { SessionStatus } from './session.enums.js';
import type {
  AddSessionInput,
  CancelSessionInput,
  MoveSessionInput,
  RemoveSessionInput,
  UpdateSessionInput,
} from './session.input.js';
import { refusalOfSession, type Surroundings } from './session.rules.js';

export const sessionKind: PartKind<SessionEntity> = { entity: SessionEntity, what: 'Session', isHidden: isPrivate };

/** Sessions of a programme. Methods answer with the session's id, unless they say otherwise. */
export class SessionService {
  constructor(
    private readonly parts: EventParts,
    private readonly follower: EventFollower,
  ) {}

  add(viewer: Viewer, input: AddSessionInput): Promise<string> {
    return this.parts.add(viewer, { mutation: 'addSession', input }, async (turn) => {
      const { themes, idempotencyKey: _key, ...plain } = input;
      const given = {
        ...optional,
        ...plain,
        themeSlugs: themes,
        status: SessionStatus.SCHEDULED,
        cancelledWithEvent: false,
        sequence: 0,
      };
      const session: SessionEntity = Object.assign(new SessionEntity(), given, { id: newId('session') });
      await refuse(turn, session);
      await requireThemes(turn.tx, themes);
      await turn.tx.insert(SessionEntity, session);
      return session.id;
    });
  }

  update(viewer: Viewer, input: UpdateSessionInput): Promise<string> {
    return this.change(viewer, input, async (turn, before) => {
      const { id, expectedVersion: _version, themes, ...plain } = input;
      const changes = { ...sent(plain), ...(themes && { themeSlugs: themes }) };
      const session: SessionEntity = Object.assign(new SessionEntity(), before, changes);
      await refuse(turn, session);
      await requireThemes(turn.tx, themes);
      await turn.tx.update(SessionEntity, id, { ...changes, updatedAt: () => 'now()' });
      await this.follower.sessionChanged(turn, session, before);
    });
  }

  move(viewer: Viewer, input: MoveSessionInput): Promise<string> {
    return this.change(viewer, input, async (turn, before) => {
      const { id, expectedVersion: _version, ...plain } = input;
      if (isPublished(turn) && before.startsAt <= turn.now)
        throw invalidState('A session that has begun does not move.');
      const sequence = before.sequence + (isPublished(turn) ? 1 : 0);
      const changes = { ...sent(plain), sequence };
      const session: SessionEntity = Object.assign(new SessionEntity(), before, changes);
      if (isPublished(turn) && session.startsAt <= turn.now)
        throw badInput('A session of a published event begins in the future.', ['startsAt']);
      await refuse(turn, session, 'roomId');
      await turn.tx.update(SessionEntity, id, changes);
      await this.follower.sessionChanged(turn, session, before);
    });
  }

  cancel(viewer: Viewer, input: CancelSessionInput): Promise<string> {
    return this.change(viewer, input, async (turn, session) => {
      if (session.endsAt <= turn.now) throw invalidState('A session that is over cannot be cancelled.');
      const sequence = session.sequence + (isPublished(turn) ? 1 : 0);
      const changes = { status: SessionStatus.CANCELLED, sequence };
      await turn.tx.update(SessionEntity, session.id, changes);
      await this.follower.sessionCancelled(turn, Object.assign(session, changes));
    });
  }

  /** Only from a draft: what people have seen is cancelled. Answers with the event's id. */
  remove(viewer: Viewer, input: RemoveSessionInput): Promise<string> {
    return this.parts.change({ viewer, input, kind: sessionKind }, async (turn, { id, eventId }) => {
      if (isPublished(turn)) throw invalidState('People have seen this programme: cancel the session.');
      await turn.tx.delete(SessionEntity, id);
      return eventId;
    });
  }

  private change(viewer: Viewer, input: CancelSessionInput, work: Work): Promise<string> {
    return this.parts.change({ viewer, input, kind: sessionKind }, async (turn, session) => {
      if (session.status === SessionStatus.CANCELLED)
        throw invalidState('A session that was cancelled changes no more.');
      await work(turn, session);
      return session.id;
    });
  }
}

type Asked = Surroundings['asked'];
type Work = (turn: EventTurn, session: SessionEntity) => Promise<void>;

const optional = { roomId: null, description: null, capacity: null, vendorOrganisationId: null };

const isPublished = ({ event }: EventTurn): boolean => event.status === EventStatus.PUBLISHED;

async function refuse({ tx, event }: EventTurn, session: SessionEntity, asked: Asked = 'capacity'): Promise<void> {
  await requireTrack(tx, session);
  await requireVendor(tx, session.vendorOrganisationId);
  const refusal = refusalOfSession(session, { event, room: await freeRoom(tx, session), asked });
  if (refusal) throw refusal;
}

/** A field that was not sent is undefined, and must not overwrite. */
const sent = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
