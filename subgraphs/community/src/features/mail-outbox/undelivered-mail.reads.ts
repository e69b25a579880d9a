import { allOf, type ReadModel, readModel, sql } from '@lokaal/shared/read';
import { UndeliveredMailEntity } from './undelivered-mail.entity.js';

/** For staff; what was sent, or waits for its first attempt, is there for nobody. */
export const undeliveredMailReads: ReadModel<UndeliveredMailEntity> = readModel(UndeliveredMailEntity, {
  visible: (viewer, row) => allOf(viewer.isStaff, row.sentAt.isNull, row.lastError.isNotNull),
  computed: {
    nextAttemptAt: (row) => sql`case when ${row.abandonedAt} is null then ${row.dueAt} end`,
  },
  filter: ['recipient', 'writtenAt', 'abandonedAt'],
  order: ['writtenAt'],
});
