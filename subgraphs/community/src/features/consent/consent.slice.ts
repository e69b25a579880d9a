import type { Slice } from '../../slice.js';
import { ConsentWordingEntity } from './consent-wording.entity.js';
import { ConsentEntity } from './consent.entity.js';
import { consentReads, consentWordingReads } from './consent.reads.js';
import { ConsentResolver } from './consent.resolver.js';
import { ConsentService } from './consent.service.js';

export const consentSlice: Slice = {
  entities: [ConsentEntity, ConsentWordingEntity],
  models: [consentReads, consentWordingReads],
  resolvers: (on) => [new ConsentResolver(new ConsentService(on))],
  personalData: [
    {
      table: 'consent',
      of: 'person_id = $1',
      shown: ['purpose', 'decision', 'decided_at', 'actor', 'channel', 'wording_id'],
      // proof is needed as long as something rests on it (EDPB guidelines 05/2020, 108): afterwards a hold keeps what a claim needs
      erasure: 'cascade',
    },
    { table: 'consent', of: 'recorded_by_id = $1', shown: ['decision', 'decided_at'], erasure: 'cascade' },
  ],
};
