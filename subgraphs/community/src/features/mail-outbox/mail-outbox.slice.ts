import type { Slice } from '../../slice.js';
import { OutboxMessageEntity } from './outbox-message.entity.js';
import { UndeliveredMailResolver } from './undelivered-mail.resolver.js';
import { UndeliveredMailService } from './undelivered-mail.service.js';

export const mailOutboxSlice: Slice = {
  entities: [OutboxMessageEntity],
  models: [],
  resolvers: (on) => [new UndeliveredMailResolver(new UndeliveredMailService(on))],
};
