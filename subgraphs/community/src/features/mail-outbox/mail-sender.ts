import { type DataSource, type FindOptionsWhere, IsNull } from 'typeorm';
import type { Clock } from '@lokaal/shared/config';
import type { Logger } from '@lokaal/shared/logging';
import { withAccountPage } from './account-page.js';
import type { MailTransport, OutgoingMail } from './mail-transport.js';
import { OutboxMessageEntity } from './outbox-message.entity.js';
import { isRefusedForGood } from './smtp-refusal.js';

const second = 1_000;
/** Longer than a mail server may take, so that nobody else takes the mail while it is being sent. */
const lease = 120 * second;
const pollEvery = 5 * second;
const longestPause = 6 * 3_600 * second;
/** With the pauses below that is more than four days: by then the links inside are dead. The row stays, with its last error. */
const mostAttempts = 26;

/** 30 s, 1 min, 2 min ... 6 h. */
export const pauseAfter = (attempts: number): number => Math.min(30 * second * 2 ** (attempts - 1), longestPause);

// One statement claims one mail: several processes share the work, and a mail whose sender died comes back after the lease.
const claim = `update outbox_message set attempts = attempts + 1, next_attempt_at = $2
  where id = (select id from outbox_message where sent_at is null and abandoned_at is null and next_attempt_at <= $1
    order by is_to_many, next_attempt_at limit 1 for update skip locked)
  returning id, recipient, subject, body_text as text, body_html as html, unsubscribe_url as "unsubscribeUrl", list,
    attachments, attempts, leaves_nothing as "leavesNothing"`;

/** What stays of a mail that nobody sends any more: its links open accounts. */
const nothing = { text: '', html: '', unsubscribeUrl: null, attachments: [] };

interface ClaimedMail extends OutgoingMail, Pick<OutboxMessageEntity, 'leavesNothing'> {
  readonly attempts: number;
}

export interface MailSenderDependencies {
  readonly dataSource: DataSource;
  readonly transport: MailTransport;
  /** Where the account page is. */
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'error' | 'warn'>;
}

/**
 * Empties the outbox: at once when woken, and every few seconds for what other processes left.
 *
 * What is promised: a mail that was written leaves, and no two processes send it at the same time. It is sent twice only when
 * the mail server took it and the process died, or lost the database, before it could note so: nobody can tell that from a
 * mail that was not taken, and losing one would be worse. Both then have the same Message-ID, by which mail programs and
 * servers recognise a double.
 */
export class MailSender {
  private timer?: NodeJS.Timeout;
  private running?: Promise<void>;
  private again = false;
  private stopped = false;

  constructor(private readonly dependencies: MailSenderDependencies) {}

  start(): void {
    this.wake();
  }

  /** Call it after the commit of a transaction that wrote a mail. */
  wake(): void {
    this.again = true;
    if (this.stopped || this.running) return;
    clearTimeout(this.timer);
    this.running = this.run();
  }

  /** Waits for the mail that is on its way; the rest stays in the outbox. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
    this.dependencies.transport.close();
  }

  private async run(): Promise<void> {
    try {
      while (this.again) {
        this.again = false;
        while (!this.stopped && (await this.sendNext()));
      }
    } catch (error) {
      this.dependencies.logger.error({ err: error }, 'The outbox could not be read; it is tried again.');
    } finally {
      this.running = undefined;
      if (!this.stopped) this.timer = setTimeout(() => this.wake(), pollEvery).unref();
    }
  }

  /** Sends one mail that is due; false when there is none. */
  async sendNext(): Promise<boolean> {
    const mail = await this.claim();
    if (!mail) return false;
    const { transport, publicUrl } = this.dependencies;
    try {
      await transport.send(withAccountPage(mail, publicUrl));
    } catch (error) {
      await this.note(mail, error);
      return true;
    }
    const emptied = { sentAt: this.dependencies.clock.now(), lastError: null, ...nothing };
    await this.close(mail, { id: mail.id }, emptied);
    return true;
  }

  /** Nobody sends it any more. */
  private async close(
    { leavesNothing }: ClaimedMail,
    where: FindOptionsWhere<OutboxMessageEntity>,
    change: Partial<OutboxMessageEntity>,
  ): Promise<void> {
    const { manager } = this.dependencies.dataSource;
    await (leavesNothing
      ? manager.delete(OutboxMessageEntity, where)
      : manager.update(OutboxMessageEntity, where, change));
  }

  private async claim(): Promise<ClaimedMail | undefined> {
    const now = this.dependencies.clock.now();
    const [rows] = await this.dependencies.dataSource.query<[ClaimedMail[], number]>(claim, [
      now,
      new Date(now.getTime() + lease),
    ]);
    return rows[0];
  }

  /** What was refused for good keeps its text: staff may have it tried again once the mailbox is mended. */
  private async note(mail: ClaimedMail, error: unknown): Promise<void> {
    const { id, attempts } = mail;
    const { dataSource, clock, logger } = this.dependencies;
    const now = clock.now();
    // A mail server's sentence may hold the recipient's address: it stays in the row, out of the log.
    logger.warn({ mail: id, attempts }, 'A mail could not be sent.');
    const dueAt = new Date(now.getTime() + pauseAfter(attempts));
    // who was too slow and lost the mail to another process says nothing of it any more
    const own = { id, attempts, sentAt: IsNull() };
    const failed = { lastError: String(error).slice(0, 500), dueAt };
    if (isRefusedForGood(error)) await this.close(mail, own, { ...failed, abandonedAt: now });
    else if (attempts >= mostAttempts) await this.close(mail, own, { ...failed, abandonedAt: now, ...nothing });
    else await dataSource.manager.update(OutboxMessageEntity, own, failed);
  }
}
