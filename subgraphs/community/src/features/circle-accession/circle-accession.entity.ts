import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { AccessionState } from './circle-accession.enums.js';

/** An authority that wants to join a circle, or to found one with others while it is a proposal. */
@Entity('circle_accession')
export class CircleAccessionEntity extends StampedEntity {
  @Column('text', { name: 'circle_id' }) circleId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') state!: AccessionState;
  @Column('text', { nullable: true }) motivation!: string | null;
  @Column('timestamptz', { name: 'requested_at' }) requestedAt!: Date;
  @Column('text', { name: 'requested_by_id', nullable: true }) requestedById!: string | null;
  @Column('date', { name: 'talked_on', nullable: true }) talkedOn!: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decided_by_id', nullable: true }) decidedById!: string | null;
  @Column('text', { name: 'decline_reason', nullable: true }) declineReason!: string | null;
  @Column('text', { name: 'membership_id', nullable: true }) membershipId!: string | null;
  /** The request with which it founds another circle instead. */
  @Column('text', { name: 'replaced_by_id', nullable: true }) replacedById!: string | null;
}
