import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { FeeRate } from './membership.enums.js';

/** A term that a renewal put behind the present one. */
@Entity('membership_term')
export class MembershipTermEntity extends StampedEntity {
  @Column('text', { name: 'membership_id' }) membershipId!: string;
  @Column('text', { name: 'employer_id', nullable: true }) employerId!: string | null;
  @Column('date', { name: 'from_date' }) from!: string;
  @Column('date', { name: 'to_date' }) to!: string;
  @Column('text', { name: 'fee_rate', nullable: true }) feeRate!: FeeRate | null;
  @Column('integer', { name: 'fee_cents' }) feeCents!: number;
}
