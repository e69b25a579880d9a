import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { inTransaction } from '@lokaal/shared/database';
import { forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { IsNull, Not } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { OutboxMessageEntity } from './outbox-message.entity.js';
import { UndeliveredMailEntity } from './undelivered-mail.entity.js';

/** Mails that the mail server did not take, for staff. */
export class UndeliveredMailService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>) {}

  /** A mail that waits for its next attempt, or was refused for good, is tried at once. Answers with its id. */
  async retry(viewer: Viewer, id: string): Promise<string> {
    if (!isStaff(viewer)) throw forbidden('Only staff of the association have mails tried again.');
    await inTransaction(this.on.db, async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const where = { id, sentAt: IsNull(), lastError: Not(IsNull()) };
      if (!(await tx.findOne(UndeliveredMailEntity, { where, lock }))) throw notFound('An undelivered mail', ['id']);
      const again = { dueAt: this.on.clock.now(), abandonedAt: null };
      const { affected } = await tx.update(OutboxMessageEntity, { id, text: Not('') }, again);
      if (!affected) throw invalidState('This mail was given up and its text is gone: repeat what it was written for.');
    });
    this.on.mailWaits();
    return id;
  }
}
