import type { Slice } from '../../slice.js';
import { KeptEvents } from '../event/kept-events.js';
import { EventMessageEntity } from './event-message.entity.js';
import { eventMessageReads } from './event-message.reads.js';
import { EventMessageResolver } from './event-message.resolver.js';
import { EventMessageService } from './event-message.service.js';

export const eventMessageSlice: Slice = {
  entities: [EventMessageEntity],
  models: [eventMessageReads],
  resolvers: (dependencies) => [new EventMessageResolver(new EventMessageService(new KeptEvents(dependencies)))],
  personalData: [
    {
      table: 'event_message',
      of: 'sent_by_id = $1',
      shown: ['event_id', 'subject', 'body', 'sent_at'],
      // what registrants were told is the association's
      erasure: { set: 'sent_by_id = null' },
    },
  ],
};
