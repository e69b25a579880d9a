import type { Viewer } from '@lokaal/shared/auth';
import { invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { SessionEntity } from '../event-session/session.entity.js';
import { SessionStatus } from '../event-session/session.enums.js';
import type { EventFollower, EventTurn } from './event-follower.js';
import { type EventParts, type PartKind, requireFree } from './event-parts.js';
import type { AddTrackInput, RemoveTrackInput, UpdateTrackInput } from './programme.input.js';
import { TrackEntity } from './track.entity.js';

const kind: PartKind<TrackEntity> = { entity: TrackEntity, what: 'Track' };

/** Tracks, in the order of the programme. */
export class TrackService {
  constructor(
    private readonly parts: EventParts,
    private readonly follower: EventFollower,
  ) {}

  /** Answers with the track's id. */
  add(viewer: Viewer, input: AddTrackInput): Promise<string> {
    return this.parts.add(viewer, { mutation: 'addTrack', input }, async ({ tx }) => {
      const track = { id: newId('track'), eventId: input.eventId, name: input.name };
      await requireFree(tx, kind, track);
      const position = 1 + ((await tx.maximum(TrackEntity, 'position', { eventId: input.eventId })) ?? 0);
      await tx.insert(TrackEntity, { ...track, kind: input.kind, position });
      return track.id;
    });
  }

  update(viewer: Viewer, input: UpdateTrackInput): Promise<string> {
    return this.parts.change({ viewer, input, kind }, async (turn, track) => {
      const { name = track.name, kind: of = track.kind } = input;
      await requireFree(turn.tx, kind, { id: track.id, eventId: track.eventId, name });
      if (input.position !== undefined) await place(turn, track, input.position);
      await turn.tx.update(TrackEntity, track.id, { name, kind: of });
      if (of !== track.kind) await this.tellSessions(turn, track);
      return track.id;
    });
  }

  /** Answers with the event's id. */
  remove(viewer: Viewer, input: RemoveTrackInput): Promise<string> {
    return this.parts.change({ viewer, input, kind }, async ({ tx }, { id, eventId }) => {
      if (await tx.existsBy(SessionEntity, { trackId: id }))
        throw invalidState('There are sessions on this track: put them on another one first.');
      await tx.delete(TrackEntity, id);
      return eventId;
    });
  }

  /** The kind of a track decides who may attend its sessions. */
  private async tellSessions(turn: EventTurn, { id }: TrackEntity): Promise<void> {
    for (const session of await turn.tx.findBy(SessionEntity, { trackId: id, status: SessionStatus.SCHEDULED }))
      await this.follower.sessionChanged(turn, session, session);
  }
}

/** Puts a track in a place; the others keep their order around it. */
async function place({ tx }: EventTurn, { id, eventId }: TrackEntity, position: number): Promise<void> {
  const tracks = await tx.find(TrackEntity, { where: { eventId }, order: { position: 'ASC' } });
  const ids = tracks.map((one) => one.id).filter((other) => other !== id);
  ids.splice(position - 1, 0, id);
  await tx.query(
    `update track set position = wanted.position from unnest($1::text[]) with ordinality as wanted (id, position)
      where track.id = wanted.id`,
    [ids],
  );
}
