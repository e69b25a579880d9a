import { StampedEntity } from '@lokaal/shared/database';
import { Column } from 'typeorm';
import type { RegistrationState } from './registration-state.enums.js';

/** Columns of what has a place, or waits for one. */
export abstract class QueuedEntity extends StampedEntity {
  @Column('text') state!: RegistrationState;
  /** Order of arrival among those who want the same places. A whole number as text, as PostgreSQL gives a bigint. */
  @Column('bigint') arrival!: string;
  @Column('timestamptz', { name: 'offered_at', nullable: true }) offeredAt!: Date | null;
  @Column('timestamptz', { name: 'offer_expires_at', nullable: true }) offerExpiresAt!: Date | null;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt!: Date | null;
  @Column('timestamptz', { name: 'checked_in_at', nullable: true }) checkedInAt!: Date | null;
}
