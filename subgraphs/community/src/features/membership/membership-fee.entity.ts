import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { MembershipType } from './membership.enums.js';

/** What a year's membership costs; a year without a row of its own has the fees of the last one before it. */
@Entity('membership_fee')
export class MembershipFeeEntity extends StampedEntity {
  @Column('text') type!: MembershipType;
  @Column('integer') year!: number;
  @Column('integer', { name: 'first_member_cents' }) firstMemberCents!: number;
  @Column('integer', { name: 'further_member_cents', nullable: true }) furtherMemberCents!: number | null;
}
