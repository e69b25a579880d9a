import { newId } from '@lokaal/shared/ids';
import { MoreThan, type EntityManager } from 'typeorm';
import { renderMail, type MailContent } from './mail-template.js';
import { OutboxMessageEntity } from './outbox-message.entity.js';

const hour = 3_600_000;
/** Strangers can have mail sent to any address: no more than this many of a kind in an hour, so that it is no flood. */
const hourlyLimit = 5;

export interface Addressee {
  readonly email: string;
  readonly now: Date;
}

interface Limited extends Addressee {
  /** Mails of one kind count together; others never, or strangers could keep mail from somebody by asking for another. */
  readonly kind: string;
}

/**
 * Mail that leaves if and only if the transaction that wrote it commits. Call it with the recipient's person row locked:
 * then the limit counts right, and a mail beyond it is left out in silence (the recipient has had five of the kind).
 */
export async function enqueueMail(tx: EntityManager, { email, kind, now }: Limited, content: MailContent) {
  const since = new Date(now.getTime() - hour);
  const recent = await tx.countBy(OutboxMessageEntity, { recipient: email, kind, writtenAt: MoreThan(since) });
  if (recent < hourlyLimit) await enqueueNotices(tx, now, [{ email, kind, content }]);
}

/** Mails of this kind count from nought again, for who proved to read them. */
export async function liftMailLimit(
  tx: EntityManager,
  { email, kind }: Pick<Limited, 'email' | 'kind'>,
): Promise<void> {
  await tx.update(OutboxMessageEntity, { recipient: email, kind }, { kind: null });
}

/** As enqueueMail, without limit: for what must arrive and no stranger can trigger, such as a decision or an offer. */
export const enqueueNotice = (tx: EntityManager, { email, now }: Addressee, content: MailContent): Promise<void> =>
  enqueueNotices(tx, now, [{ email, content }]);

/** As enqueueNotice, to somebody who is erased: once it is sent, nothing stays of it, neither its recipient. */
export const enqueueLastMail = (tx: EntityManager, { email, now }: Addressee, content: MailContent): Promise<void> =>
  enqueueNotices(tx, now, [{ email, content, leavesNothing: true }]);

interface Letter {
  readonly email: string;
  /** What counts together, where somebody counts. */
  readonly kind?: string;
  readonly leavesNothing?: boolean;
  readonly content: MailContent;
}

/** Rows of one statement: far below the parameters that PostgreSQL takes. */
const batchSize = 1_000;

/** More than these at once are a mailing: whoever asked for a new password does not wait until it has gone out. */
const fewAtOnce = 10;

/** As enqueueNotice, to many at once. */
export async function enqueueNotices(tx: EntityManager, now: Date, letters: readonly Letter[]): Promise<void> {
  for (let from = 0; from < letters.length; from += batchSize) {
    const rows = letters.slice(from, from + batchSize).map(({ email, kind, leavesNothing = false, content }) => ({
      id: newId('mail'),
      recipient: email,
      kind: kind ?? null,
      leavesNothing,
      isToMany: letters.length > fewAtOnce,
      ...renderMail(content),
      list: content.list ?? null,
      unsubscribeUrl: content.unsubscribeUrl ?? null,
      attachments: content.attachments ?? [],
      writtenAt: now,
      dueAt: now,
      attempts: 0,
    }));
    await tx.insert(OutboxMessageEntity, rows);
  }
}
