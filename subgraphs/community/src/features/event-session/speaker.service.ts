import type { Viewer } from '@lokaal/shared/auth';
import { badInput } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EventTurn } from '../event/event-follower.js';
import type { EventParts } from '../event/event-parts.js';
import { namedPerson } from '../person/named-person.query.js';
import type { SetSpeakersInput, SpeakerInput } from './session-parts.input.js';
import { SessionSpeakerEntity } from './session-speaker.entity.js';
import { SessionEntity } from './session.entity.js';
import { sessionKind } from './session.service.js';

export class SpeakerService {
  constructor(private readonly parts: EventParts) {}

  /** Answers with the session's id. */
  set(viewer: Viewer, { speakers, ...input }: SetSpeakersInput): Promise<string> {
    return this.parts.change({ viewer, input, kind: sessionKind }, async (turn, { id }) => {
      const { tx } = turn;
      const names = await namesOf(turn, viewer, speakers);
      const rows = speakers.map(({ personId = null, biography = null, ...one }, index) => {
        const name = one.name ?? nameAt(names, speakers, index);
        return { id: newId('speaker'), sessionId: id, personId, biography, name, position: index + 1 };
      });
      await tx.delete(SessionSpeakerEntity, { sessionId: id });
      await tx.insert(SessionSpeakerEntity, rows);
      await tx.update(SessionEntity, id, { updatedAt: () => 'now()' });
      return id;
    });
  }
}

/** Names of the people among the speakers. Nobody names whom he may not see: else an id would tell a name. */
async function namesOf({ tx, now }: EventTurn, viewer: Viewer, speakers: readonly SpeakerInput[]) {
  const names = new Map<string, string>();
  const ids = speakers.map(({ personId }) => personId);
  for (const [index, { personId: id }] of speakers.entries()) {
    if (id == null) continue;
    const field = ['speakers', String(index), 'personId'];
    const { name } = await namedPerson(tx, { viewer, now }, { id, field });
    if (ids.indexOf(id) !== ids.lastIndexOf(id)) throw badInput('Name each speaker once.', field);
    names.set(id, name);
  }
  return names;
}

function nameAt(names: ReadonlyMap<string, string>, speakers: readonly SpeakerInput[], index: number): string {
  const name = names.get(speakers[index]?.personId ?? '');
  if (name === undefined) throw badInput('Give a person or a name.', ['speakers', String(index), 'name']);
  return name;
}
