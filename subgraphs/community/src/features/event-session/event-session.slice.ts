import type { Slice } from '../../slice.js';
import { SessionInvitationEntity } from './session-invitation.entity.js';
import { SessionMaterialEntity } from './session-material.entity.js';
import { SessionSpeakerEntity } from './session-speaker.entity.js';
import { SessionEntity } from './session.entity.js';

export const eventSessionSlice: Slice = {
  entities: [SessionEntity, SessionSpeakerEntity, SessionMaterialEntity, SessionInvitationEntity],
  models: [],
  resolvers: () => [],
  personalData: [
    { table: 'session_speaker', of: 'person_id = $1', shown: ['session_id', 'name', 'biography'], erasure: 'delete' },
    { table: 'session_invitation', of: 'person_id = $1', shown: ['session_id', 'created_at'], erasure: 'delete' },
  ],
};
