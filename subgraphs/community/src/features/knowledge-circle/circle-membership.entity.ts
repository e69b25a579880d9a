import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';

@Entity('circle_membership')
export class CircleMembershipEntity extends StampedEntity {
  @Column('text', { name: 'circle_id' }) circleId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('date', { name: 'from_date' }) from!: string;
  /** First day on which it no longer holds. */
  @Column('date', { name: 'to_date', nullable: true }) to!: string | null;
}
