import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TrainingStatus } from './training.enums.js';

@Entity('training')
export class TrainingEntity extends StampedEntity {
  @Column('text') title!: string;
  @Column('text') description!: string;
  /** A decimal text, as PostgreSQL gives it. */
  @Column('numeric') hours!: string;
  @Column('integer') credits!: number;
  @Column('text', { name: 'themes', array: true }) themeSlugs!: string[];
  /** Categories of CyFun to which it contributes, for example PR.AT. */
  @Column('text', { name: 'cyfun_categories', array: true }) cyfunCategories!: string[];
  @Column('text') status!: TrainingStatus;
}

/** A training that comes before another one. */
@Entity('training_prerequisite')
export class TrainingPrerequisiteEntity {
  @PrimaryColumn('text', { name: 'training_id' }) trainingId!: string;
  @PrimaryColumn('text', { name: 'prerequisite_id' }) prerequisiteId!: string;
}
