import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { EmploymentRole } from './employment.enums.js';

@Entity('employment')
export class EmploymentEntity extends StampedEntity {
  @Column('text', { name: 'person_id' }) personId!: string;
  /** Kept by the database: what the directory is ordered by. */
  @Column({ type: 'text', name: 'person_name', insert: false, update: false }) personName!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'function_title' }) functionTitle!: string;
  @Column('text', { array: true }) roles!: EmploymentRole[];
  /** Dates without time, as 'YYYY-MM-DD'. */
  @Column('date', { name: 'from_date' }) from!: string;
  /** First day on which it no longer holds. */
  @Column('date', { name: 'to_date', nullable: true }) to!: string | null;
}
