import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { MembershipType } from '../membership/membership.enums.js';

/** One thing that members of a type get, in the years from `fromYear` up to and with `untilYear`. */
@Entity('membership_benefit')
export class MembershipBenefitEntity extends StampedEntity {
  @Column('text') type!: MembershipType;
  @Column('integer', { name: 'from_year' }) fromYear!: number;
  /** Null: until further notice. */
  @Column('integer', { name: 'until_year', nullable: true }) untilYear!: number | null;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('integer') position!: number;
}
