import type { Slice, SliceDependencies } from '../../slice.js';
import { EventParts } from '../event/event-parts.js';
import { KeptEvents } from '../event/kept-events.js';
import { InvitationService } from './invitation.service.js';
import { KnownSessions } from './known-sessions.js';
import { MaterialService } from './material.service.js';
import { SessionMutationResolver } from './session-mutation.resolver.js';
import { SessionService } from './session.service.js';
import { SpeakerService } from './speaker.service.js';
import { SessionInvitationEntity } from './session-invitation.entity.js';
import { SessionMaterialEntity } from './session-material.entity.js';
import { sessionInvitationReads, sessionMaterialReads, sessionSpeakerReads } from './session-parts.reads.js';
import { SessionSpeakerEntity } from './session-speaker.entity.js';
import { SessionEntity } from './session.entity.js';
import { sessionReads } from './session.reads.js';
import { SessionResolver } from './session.resolver.js';
import { registrationsFollow } from '../registration/registrations-follow.js';

export const eventSessionSlice: Slice = {
  entities: [SessionEntity, SessionSpeakerEntity, SessionMaterialEntity, SessionInvitationEntity],
  models: [sessionReads, sessionSpeakerReads, sessionMaterialReads, sessionInvitationReads],
  resolvers: (dependencies) => [new SessionResolver(), mutations(dependencies)],
  personalData: [
    { table: 'session_speaker', of: 'person_id = $1', shown: ['session_id', 'name', 'biography'], erasure: 'delete' },
    { table: 'session_invitation', of: 'person_id = $1', shown: ['session_id', 'created_at'], erasure: 'delete' },
  ],
};

function mutations(dependencies: SliceDependencies): object {
  const kept = new KeptEvents(dependencies);
  const parts = new EventParts(kept, dependencies);
  const known = new KnownSessions(kept, dependencies.db);
  return new SessionMutationResolver({
    sessions: new SessionService(parts, registrationsFollow),
    speakers: new SpeakerService(parts),
    materials: new MaterialService(known),
    invitations: new InvitationService(known, registrationsFollow),
  });
}
