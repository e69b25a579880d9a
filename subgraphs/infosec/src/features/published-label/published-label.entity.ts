import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { AssuranceLevel } from '../framework/framework.enums.js';
import type { MeasurementKind } from '../maturity-measurement/maturity-measurement.enums.js';

@Entity('published_label')
export class PublishedLabelEntity extends StampedEntity {
  @Column('text', { name: 'authority_id' }) authorityId!: string;
  @Column('text', { name: 'measurement_id' }) measurementId!: string;
  @Column('text', { name: 'framework_id' }) frameworkId!: string;
  @Column('text') level!: AssuranceLevel;
  @Column('text') kind!: MeasurementKind;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_until' }) validUntil!: string;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt!: Date | null;
}
