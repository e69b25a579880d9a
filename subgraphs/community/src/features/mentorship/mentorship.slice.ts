import type { Slice } from '../../slice.js';
import { MentorshipSupplyResolver } from './mentorship-supply.resolver.js';
import { MentorshipSupplyService } from './mentorship-supply.service.js';
import { MentorshipEntity, MentorshipOfferEntity, MentorshipRequestEntity } from './mentorship.entity.js';
import { mentorshipReads, offerReads, requestReads } from './mentorship.reads.js';
import { MentorshipResolver } from './mentorship.resolver.js';
import { MentorshipService } from './mentorship.service.js';

export const mentorshipSlice: Slice = {
  entities: [MentorshipOfferEntity, MentorshipRequestEntity, MentorshipEntity],
  models: [offerReads, requestReads, mentorshipReads],
  resolvers: (dependencies) => [
    new MentorshipSupplyResolver(new MentorshipSupplyService(dependencies)),
    new MentorshipResolver(new MentorshipService(dependencies)),
  ],
  personalData: [
    // before the offers and requests, by which they are found
    {
      table: 'mentorship',
      of: `(offer_id in (select id from mentorship_offer where person_id = $1)
        or request_id in (select id from mentorship_request where person_id = $1))`,
      shown: ['state', 'started_on', 'ended_on', 'closing_note'],
      erasure: { set: 'closing_note = null' },
    },
    {
      table: 'mentorship_offer',
      of: 'person_id = $1',
      shown: ['title', 'expertise', 'themes', 'organisation_id', 'created_at'],
      erasure: { set: `person_id = null, title = 'Gewist', expertise = 'Gewist', open = false` },
    },
    {
      table: 'mentorship_request',
      of: 'person_id = $1',
      shown: ['title', 'question', 'themes', 'organisation_id', 'created_at'],
      erasure: { set: `person_id = null, title = 'Gewist', question = 'Gewist', open = false` },
    },
  ],
};
