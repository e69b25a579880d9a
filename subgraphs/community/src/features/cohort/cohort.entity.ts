import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CohortFamily } from './cohort.enums.js';

@Entity('cohort')
export class CohortEntity extends StampedEntity {
  @Column('text') family!: CohortFamily;
  /** What the group is made from: a circle's id, a region, a province, the bounds of a class, or ALL. */
  @Column('text') source!: string;
  @Column('text') label!: string;
  @Column('boolean') comparable!: boolean;
}

@Entity('cohort_member')
export class CohortMemberEntity {
  @PrimaryColumn('text', { name: 'cohort_id' }) cohortId!: string;
  @PrimaryColumn('text', { name: 'organisation_id' }) organisationId!: string;
}
