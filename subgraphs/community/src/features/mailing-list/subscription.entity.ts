import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../person/language.js';
import type { SubscriptionState } from './subscription.enums.js';

@Entity('mailing_list_subscription')
export class MailingListSubscriptionEntity extends StampedEntity {
  @Column('text', { name: 'list_id' }) listId!: string;
  @Column('text') email!: string;
  @Column('text') language!: Language;
  /** Who was signed in when subscribing; most subscribers have no account. */
  @Column('text', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('text') state!: SubscriptionState;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt!: Date | null;
  @Column('timestamptz', { name: 'unsubscribed_at', nullable: true }) unsubscribedAt!: Date | null;
}

/** A mailed link that confirms a subscription. */
@Entity('mailing_list_confirmation')
export class ConfirmationEntity {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('text', { name: 'subscription_id' }) subscriptionId!: string;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}

/** Somebody asked for a subscription: for the limit on what one address asks for. */
@Entity('mailing_list_request')
export class SubscriptionRequestEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') origin!: string;
  @Column('timestamptz') at!: Date;
}
