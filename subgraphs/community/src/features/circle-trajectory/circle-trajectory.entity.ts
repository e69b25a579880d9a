import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { TrajectoryStage } from './circle-trajectory.enums.js';

/** How far a circle is with one building block: the first day of each stage. */
@Entity('circle_trajectory')
export class CircleTrajectoryEntity extends StampedEntity {
  @Column('text', { name: 'circle_id' }) circleId!: string;
  /** Its name, of a list: the catalogue will own building blocks, and has none yet. */
  @Column('text', { name: 'building_block' }) buildingBlock!: string;
  @Column('date', { name: 'disseminated_on' }) disseminatedOn!: string;
  @Column('date', { name: 'adopted_on', nullable: true }) adoptedOn!: string | null;
  @Column('date', { name: 'innovated_on', nullable: true }) innovatedOn!: string | null;
  @Column('date', { name: 'standardised_on', nullable: true }) standardisedOn!: string | null;
  /** Follows from the days, by the database. */
  @Column({ type: 'text', insert: false, update: false }) stage!: TrajectoryStage;
  @Column('text', { nullable: true }) note!: string | null;
}
