import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { SessionStatus } from './session.enums.js';

@Entity('event_session')
export class SessionEntity extends StampedEntity {
  @Column('text', { name: 'event_id' }) eventId!: string;
  @Column('text', { name: 'track_id' }) trackId!: string;
  @Column('text', { name: 'room_id', nullable: true }) roomId!: string | null;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  /** Null: as many as come. */
  @Column('integer', { nullable: true }) capacity!: number | null;
  @Column('boolean', { name: 'signup_required' }) signupRequired!: boolean;
  @Column('text', { name: 'vendor_organisation_id', nullable: true }) vendorOrganisationId!: string | null;
  @Column('text', { name: 'themes', array: true }) themeSlugs!: string[];
  /** Categories of CyFun, such as PR.AT. */
  @Column('text', { name: 'cyfun_categories', array: true }) cyfunCategories!: string[];
  /** Solutions of the catalogue. */
  @Column('text', { name: 'solution_ids', array: true }) solutionIds!: string[];
  @Column('text') status!: SessionStatus;
  /** Whether its event was cancelled, and it with the event. */
  @Column('boolean', { name: 'cancelled_with_event' }) cancelledWithEvent!: boolean;
  /** SEQUENCE of iCalendar: one more whenever time, room or status changes after publication of the event. */
  @Column('integer') sequence!: number;
}
