import { randomUUID } from 'node:crypto';
import { MoreThan, type EntityManager } from 'typeorm';
import { renderMail, type MailContent } from './mail-template.js';
import { OutboxMessageEntity } from './outbox-message.entity.js';

const hour = 3_600_000;
/** Strangers can have mail sent to any address: no more than this many in an hour, so that it cannot become a flood. */
const hourlyLimit = 5;

export interface Addressee {
  readonly email: string;
  readonly now: Date;
}

/**
 * Mail that leaves if and only if the transaction that wrote it commits. Call it with the recipient's person row locked:
 * then the limit counts right, and a mail beyond it is left out in silence (the recipient has had five).
 */
export async function enqueueMail(tx: EntityManager, { email, now }: Addressee, content: MailContent): Promise<void> {
  const since = new Date(now.getTime() - hour);
  const recent = await tx.countBy(OutboxMessageEntity, { recipient: email, createdAt: MoreThan(since) });
  if (recent < hourlyLimit) await enqueueNotice(tx, { email, now }, content);
}

/** As enqueueMail, without limit: for what must arrive and no stranger can trigger, such as a decision or an offer. */
export async function enqueueNotice(tx: EntityManager, { email, now }: Addressee, content: MailContent): Promise<void> {
  await tx.insert(OutboxMessageEntity, {
    id: randomUUID(),
    recipient: email,
    ...renderMail(content),
    createdAt: now,
    nextAttemptAt: now,
    attempts: 0,
  });
}
