import type { Slice } from '../../slice.js';
import { OutboxMessageEntity } from './outbox-message.entity.js';
import { UndeliveredMailEntity } from './undelivered-mail.entity.js';
import { undeliveredMailReads } from './undelivered-mail.reads.js';
import { UndeliveredMailResolver } from './undelivered-mail.resolver.js';
import { UndeliveredMailService } from './undelivered-mail.service.js';

export const mailOutboxSlice: Slice = {
  entities: [OutboxMessageEntity, UndeliveredMailEntity],
  models: [undeliveredMailReads],
  resolvers: (on) => [new UndeliveredMailResolver(new UndeliveredMailService(on))],
};
