import type { MailAttachment } from './mail-template.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('outbox_message')
export class OutboxMessageEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') recipient!: string;
  @Column('text') subject!: string;
  @Column('text', { name: 'body_text' }) text!: string;
  @Column('text', { name: 'body_html' }) html!: string;
  /** Of a mailing list's mail; emptied once sent, as the text is. */
  @Column('text', { name: 'unsubscribe_url', nullable: true }) unsubscribeUrl!: string | null;
  @Column('jsonb') attachments!: readonly MailAttachment[];
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'next_attempt_at' }) nextAttemptAt!: Date;
  @Column('integer') attempts!: number;
  @Column('text', { name: 'last_error', nullable: true }) lastError!: string | null;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { name: 'abandoned_at', nullable: true }) abandonedAt!: Date | null;
}
