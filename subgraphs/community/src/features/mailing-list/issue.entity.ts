import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('mailing_list_issue')
export class MailingListIssueEntity extends StampedEntity {
  @Column('text', { name: 'list_id' }) listId!: string;
  @Column('text') subject!: string;
  @Column('text') body!: string;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('integer', { name: 'recipient_count', nullable: true }) recipientCount!: number | null;
}

/** That an issue was sent to a subscriber, with the hash of the link by which this one unsubscribes. */
@Entity('mailing_list_delivery')
export class DeliveryEntity {
  @PrimaryColumn('text', { name: 'issue_id' }) issueId!: string;
  @PrimaryColumn('text', { name: 'subscription_id' }) subscriptionId!: string;
  @Column('text', { name: 'unsubscribe_hash' }) unsubscribeHash!: string;
}
