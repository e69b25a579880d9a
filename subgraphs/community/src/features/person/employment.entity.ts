import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

@Entity('employment')
export class EmploymentEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'person_id' }) personId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'function_title' }) functionTitle!: string;
  @Column('text', { array: true }) roles!: string[];
  /** Dates without time, as 'YYYY-MM-DD'. */
  @Column('date', { name: 'from_date' }) fromDate!: string;
  /** First day on which it no longer holds. */
  @Column('date', { name: 'to_date', nullable: true }) toDate!: string | null;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
  @VersionColumn() version!: number;
}
