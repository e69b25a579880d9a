import { Column, Entity } from 'typeorm';
import { MailColumns } from './mail-columns.js';

/** A mail as staff see it. It has no text, so that none can be shown. */
@Entity('outbox_message')
export class UndeliveredMailEntity extends MailColumns {
  /** Never null for those that are seen. */
  @Column('text', { name: 'last_error' }) lastError!: string;
}
