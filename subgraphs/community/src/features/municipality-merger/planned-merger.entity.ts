import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlannedMergerState } from './planned-merger.enums.js';

/** A merger as it was asked for, until its day. */
@Entity('planned_merger')
export class PlannedMergerEntity extends StampedEntity {
  @Column('date', { name: 'on_date' }) on!: string;
  /** When it is carried out: on that day, or later, when who is concerned had time to object. */
  @Column('date', { name: 'takes_effect_on' }) takesEffectOn!: string;
  @Column('text', { name: 'successor_nis' }) successorNis!: string;
  @Column('text', { name: 'successor_name' }) successorName!: string;
  @Column('text', { name: 'reference_region', nullable: true }) referenceRegion!: string | null;
  @Column('text', { name: 'legal_name', nullable: true }) legalName!: string | null;
  @Column('text', { name: 'enterprise_number', nullable: true }) enterpriseNumber!: string | null;
  @Column('text', { name: 'ocmw_enterprise_number', nullable: true }) ocmwEnterpriseNumber!: string | null;
  @Column('text', { name: 'circle_id', nullable: true }) circleId!: string | null;
  @Column('text') state!: PlannedMergerState;
  @Column('text', { name: 'planned_by_id', nullable: true }) plannedById!: string | null;
  @Column('text', { name: 'withdrawn_by_id', nullable: true }) withdrawnById!: string | null;
  /** When it was carried out or withdrawn, or failed. */
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('text', { nullable: true }) failure!: string | null;
  /** The municipality after it. */
  @Column('text', { name: 'result_id', nullable: true }) resultId!: string | null;
}

/** A municipality that merges, the surviving one too. Whether that is still planned is kept by the database. */
@Entity('planned_merger_part')
export class PlannedMergerPartEntity {
  @PrimaryColumn('text', { name: 'planned_merger_id' }) plannedMergerId!: string;
  @PrimaryColumn('text', { name: 'municipality_id' }) municipalityId!: string;
}
