import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { inTransaction } from '@lokaal/shared/database';
import { forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { IsNull, Not } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { OutboxMessageEntity } from './outbox-message.entity.js';

/** As many as one can look through; the oldest first. */
const mostShown = 100;

/** Mails that the mail server did not take, for staff: never what is in them. */
export class UndeliveredMailService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>) {}

  async list(viewer: Viewer) {
    requireStaff(viewer);
    const found = await this.on.db.manager.find(OutboxMessageEntity, {
      select: { id: true, recipient: true, subject: true, attempts: true, lastError: true, ...moments },
      where: undelivered,
      order: { createdAt: 'ASC', id: 'ASC' },
      take: mostShown,
    });
    return found.map(shown);
  }

  /** A mail that waits for its next attempt is tried at once. */
  async retry(viewer: Viewer, id: string): Promise<string> {
    requireStaff(viewer);
    await inTransaction(this.on.db, async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const mail = await tx.findOne(OutboxMessageEntity, { where: { id, ...undelivered }, lock });
      if (!mail) throw notFound('An undelivered mail', ['id']);
      if (mail.abandonedAt)
        throw invalidState('This mail was given up and its text is gone: repeat what it was written for.');
      await tx.update(OutboxMessageEntity, id, { nextAttemptAt: this.on.clock.now() });
    });
    this.on.mailWaits();
    return id;
  }
}

const undelivered = { sentAt: IsNull(), lastError: Not(IsNull()) };
const moments = { createdAt: true, nextAttemptAt: true, abandonedAt: true } as const;

function requireStaff(viewer: Viewer): void {
  if (!isStaff(viewer)) throw forbidden('Only staff of the association see which mails did not arrive.');
}

const shown = ({ createdAt, nextAttemptAt, abandonedAt, lastError, ...mail }: OutboxMessageEntity) => ({
  ...mail,
  lastError: lastError!,
  writtenAt: createdAt,
  ...(abandonedAt ? { abandonedAt } : { nextAttemptAt }),
});
