import { Column, Entity } from 'typeorm';
import type { MailAttachment, MailList } from './mail-template.js';
import { MailColumns } from './mail-columns.js';

@Entity('outbox_message')
export class OutboxMessageEntity extends MailColumns {
  /** Of mail that others can trigger: what counts together for its limit. */
  @Column('text', { nullable: true }) kind!: string | null;
  @Column('text', { name: 'body_text' }) text!: string;
  @Column('text', { name: 'body_html' }) html!: string;
  /** Of a mailing list's mail; emptied once sent, as the text is. */
  @Column('text', { name: 'unsubscribe_url', nullable: true }) unsubscribeUrl!: string | null;
  @Column('jsonb', { nullable: true }) list!: MailList | null;
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
  /** One of a mailing: it leaves after what somebody waits for. */
  @Column('boolean', { name: 'is_to_many' }) isToMany!: boolean;
  /** The row goes once nobody sends it any more: its recipient was erased. */
  @Column('boolean', { name: 'leaves_nothing' }) leavesNothing!: boolean;
  @Column('jsonb') attachments!: readonly MailAttachment[];
}
