import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { OrganisationKind } from '../organisation/organisation.enums.js';
import type { Decision, FeeRate, MembershipType } from './membership.enums.js';

/**
 * One holder's membership of one type with its present term; earlier terms are rows of their own. Days are 'YYYY-MM-DD',
 * ends are the first day on which something no longer holds. Members today: decision is APPROVED, `since` <= today <
 * `graceUntil`, and `cancelledOn` is null or later (see members-today.ts).
 */
@Entity('membership')
export class MembershipEntity extends StampedEntity {
  @Column('text') type!: MembershipType;
  /** Holder of an EFFECTIVE one; null once the person was erased. */
  @Column('text', { name: 'person_id', nullable: true }) personId!: string | null;
  /** Holder of an ACCEDED or COMPANY one. */
  @Column('text', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  /** Kind of that organisation: the database checks that the type fits it. */
  @Column('text', { name: 'holder_kind', nullable: true }) holderKind!: OrganisationKind | null;
  /** Kept by triggers. */
  @Column({ type: 'text', name: 'holder_name', insert: false, update: false }) holderName!: string;
  /** Employer of an EFFECTIVE one, as it was when this term was applied for. */
  @Column('text', { name: 'employer_id', nullable: true }) employerId!: string | null;
  @Column('timestamptz', { name: 'applied_at' }) appliedAt!: Date;
  @Column('text', { name: 'applied_by_id', nullable: true }) appliedById!: string | null;
  @Column('text', { nullable: true }) decision!: Decision | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'decided_by_id', nullable: true }) decidedById!: string | null;
  @Column('text', { name: 'rejection_reason', nullable: true }) rejectionReason!: string | null;
  @Column('date', { name: 'cancelled_on', nullable: true }) cancelledOn!: string | null;
  @Column('text', { name: 'cancellation_reason', nullable: true }) cancellationReason!: string | null;
  @Column('text', { name: 'accession_document_id', nullable: true }) accessionDocumentId!: string | null;
  /** First day of the first term. */
  @Column('date', { nullable: true }) since!: string | null;
  @Column('date', { name: 'from_date', nullable: true }) from!: string | null;
  @Column('date', { name: 'to_date', nullable: true }) to!: string | null;
  @Column('date', { name: 'grace_until', nullable: true }) graceUntil!: string | null;
  /** Day on which the fee of the present term was decided. */
  @Column('date', { name: 'charged_on', nullable: true }) chargedOn!: string | null;
  @Column('text', { name: 'fee_rate', nullable: true }) feeRate!: FeeRate | null;
  @Column('integer', { name: 'fee_cents', nullable: true }) feeCents!: number | null;
}
