import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { AssuranceLevel } from '../framework/framework.enums.js';
import type { Difference, MaturityResult } from './calculation/calculation.js';
import type { MeasurementKind, MeasurementState } from './maturity-measurement.enums.js';

@Entity('maturity_measurement')
export class MaturityMeasurementEntity extends StampedEntity {
  @Column('text', { name: 'authority_id' }) authorityId!: string;
  @Column('text', { name: 'framework_id' }) frameworkId!: string;
  @Column('text', { name: 'target_level' }) targetLevel!: AssuranceLevel;
  @Column('date', { name: 'measured_on' }) measuredOn!: string;
  @Column('text') kind!: MeasurementKind;
  @Column('text') state!: MeasurementState;
  @Column('timestamptz', { name: 'submitted_at', nullable: true }) submittedAt!: Date | null;
  @Column('text', { name: 'supersedes_id', nullable: true }) supersedesId!: string | null;
  @Column('jsonb', { name: 'workbook_result', nullable: true }) workbookResult!: MaturityResult | null;
  @Column('jsonb', { name: 'published_result', nullable: true }) publishedResult!: MaturityResult | null;
  @Column('jsonb', { name: 'result_differences', nullable: true }) resultDifferences!: Difference[] | null;
  @Column('numeric', { nullable: true }) total!: string | null;
  @Column('text', { nullable: true }) validator!: string | null;
  @Column('text', { name: 'validation_statement', nullable: true }) validationStatement!: string | null;
  @Column('date', { name: 'validated_on', nullable: true }) validatedOn!: string | null;
}

@Entity('control_score')
export class ControlScoreEntity extends StampedEntity {
  @Column('text', { name: 'authority_id' }) authorityId!: string;
  @Column('text', { name: 'measurement_id' }) measurementId!: string;
  @Column('text', { name: 'control_id' }) controlId!: string;
  @Column('smallint', { nullable: true }) documentation!: number | null;
  @Column('smallint', { nullable: true }) implementation!: number | null;
  @Column('boolean', { name: 'not_applicable' }) notApplicable!: boolean;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
}
