import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';

@Entity('training_session')
export class TrainingSessionEntity extends StampedEntity {
  @Column('text', { name: 'training_id' }) trainingId!: string;
  /** The event that it is held as: place, price, places and registrations are the event's. */
  @Column('text', { name: 'event_id' }) eventId!: string;
  /** Those of the event: the database moves them along. */
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Column('text', { name: 'trainer_id', nullable: true }) trainerId!: string | null;
  @Column('text', { name: 'trainer_name', nullable: true }) trainerName!: string | null;
}
