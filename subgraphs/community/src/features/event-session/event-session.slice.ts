import type { Slice } from '../../slice.js';
import { SessionInvitationEntity } from './session-invitation.entity.js';
import { SessionMaterialEntity } from './session-material.entity.js';
import { sessionInvitationReads, sessionMaterialReads, sessionSpeakerReads } from './session-parts.reads.js';
import { SessionSpeakerEntity } from './session-speaker.entity.js';
import { SessionEntity } from './session.entity.js';
import { sessionReads } from './session.reads.js';
import { SessionResolver } from './session.resolver.js';

export const eventSessionSlice: Slice = {
  entities: [SessionEntity, SessionSpeakerEntity, SessionMaterialEntity, SessionInvitationEntity],
  models: [sessionReads, sessionSpeakerReads, sessionMaterialReads, sessionInvitationReads],
  resolvers: () => [new SessionResolver()],
  personalData: [
    { table: 'session_speaker', of: 'person_id = $1', shown: ['session_id', 'name', 'biography'], erasure: 'delete' },
    { table: 'session_invitation', of: 'person_id = $1', shown: ['session_id', 'created_at'], erasure: 'delete' },
  ],
};
