import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { OrganisationKind, OrganisationStatus } from './organisation.enums.js';

@Entity('organisation')
export class OrganisationEntity extends StampedEntity {
  @Column('text') kind!: OrganisationKind;
  @Column('text', { name: 'legal_name' }) legalName!: string;
  @Column('text', { name: 'enterprise_number', nullable: true }) enterpriseNumber!: string | null;
  @Column('text', { name: 'ovo_code', nullable: true }) ovoCode!: string | null;
  @Column('text', { name: 'municipality_id', nullable: true }) municipalityId!: string | null;
  @Column('text', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('text', { nullable: true }) website!: string | null;
  @Column('text', { nullable: true }) street!: string | null;
  @Column('text', { name: 'postal_code', nullable: true }) postalCode!: string | null;
  @Column('text', { nullable: true }) locality!: string | null;
  @Column('text') status!: OrganisationStatus;
  @Column('text', { name: 'merged_into_id', nullable: true }) mergedIntoId!: string | null;
  @Column('text', { name: 'predecessor_ids', array: true }) predecessorIds!: string[];
  /** First day on which it no longer existed; null for what is ACTIVE, and where nobody knows. */
  @Column('date', { name: 'ended_on', nullable: true }) endedOn!: string | null;
  /** When it last lost a contact person, kept by the database; null when it never did. */
  @Column('timestamptz', { name: 'contact_left_at', nullable: true }) contactLeftAt!: Date | null;
  /** Staff changed it: reference data leaves it alone. */
  @Column('boolean', { name: 'kept_by_staff' }) keptByStaff!: boolean;
}
