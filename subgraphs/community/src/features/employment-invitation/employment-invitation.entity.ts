import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { EmploymentRole } from '../person/employment.enums.js';
import type { EmploymentInvitationState } from './employment-invitation.enums.js';

/** What an organisation offers to who holds a mailbox: work begins with that person's yes. */
@Entity('employment_invitation')
export class EmploymentInvitationEntity extends StampedEntity {
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') email!: string;
  @Column('text', { name: 'function_title' }) functionTitle!: string;
  @Column('text', { array: true }) roles!: EmploymentRole[];
  @Column('date', { name: 'from_date', nullable: true }) from!: string | null;
  @Column('text', { name: 'invited_by_id', nullable: true }) invitedById!: string | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('text', { nullable: true }) decision!: Exclude<EmploymentInvitationState, 'PENDING'> | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { name: 'employment_id', nullable: true }) employmentId!: string | null;
}
