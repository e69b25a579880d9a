import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { EventMode, EventSeriesCode, EventStatus } from './event.enums.js';

@Entity('event')
export class EventEntity extends StampedEntity {
  @Column('text') series!: EventSeriesCode;
  /** The year, or the number within the series. */
  @Column('integer') edition!: number;
  @Column('text') slug!: string;
  @Column('text') title!: string;
  @Column('text', { nullable: true }) summary!: string | null;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('text') mode!: EventMode;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Column('text', { name: 'venue_name', nullable: true }) venueName!: string | null;
  @Column('text', { nullable: true }) street!: string | null;
  @Column('text', { name: 'postal_code', nullable: true }) postalCode!: string | null;
  @Column('text', { nullable: true }) locality!: string | null;
  /** Follows from the venue, else from the circle, else from the organiser. */
  @Column('text', { name: 'reference_region', nullable: true }) referenceRegion!: string | null;
  @Column('text', { name: 'online_url', nullable: true }) onlineUrl!: string | null;
  @Column('text', { name: 'organiser_id', nullable: true }) organiserId!: string | null;
  @Column('text', { name: 'circle_id', nullable: true }) circleId!: string | null;
  /** Whether it is for the people of its circle alone; a meeting of a circle only. */
  @Column('boolean', { name: 'circle_only' }) circleOnly!: boolean;
  /** Places of each mode that it has; null is without limit. */
  @Column('integer', { name: 'capacity_on_site', nullable: true }) capacityOnSite!: number | null;
  @Column('integer', { name: 'capacity_online', nullable: true }) capacityOnline!: number | null;
  /** Null: from publication on. */
  @Column('timestamptz', { name: 'registration_opens_at', nullable: true }) registrationOpensAt!: Date | null;
  /** Null: until it starts. */
  @Column('timestamptz', { name: 'registration_closes_at', nullable: true }) registrationClosesAt!: Date | null;
  /** How long a place that came free is kept for the next in line. */
  @Column('integer', { name: 'offer_hours' }) offerHours!: number;
  @Column('text', { name: 'themes', array: true }) themeSlugs!: string[];
  @Column('text') status!: EventStatus;
  @Column('text', { name: 'cancellation_reason', nullable: true }) cancellationReason!: string | null;
  @Column('timestamptz', { name: 'published_at', nullable: true }) publishedAt!: Date | null;
  /** SEQUENCE of iCalendar: one more whenever time, place or status changes after publication. */
  @Column('integer') sequence!: number;
  /** Hours on a certificate of attendance; null: it gives none. A decimal text, as PostgreSQL gives it. */
  @Column('numeric', { name: 'certificate_hours', nullable: true }) certificateHours!: string | null;
  @Column('integer', { name: 'certificate_minimum_sessions', nullable: true }) certificateMinimumSessions!:
    number | null;
}
