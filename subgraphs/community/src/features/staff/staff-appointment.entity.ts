import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';

/** Since when and until when somebody is staff, and who decided. */
@Entity('staff_appointment')
export class StaffAppointmentEntity extends StampedEntity {
  @Column('text', { name: 'person_id' }) personId!: string;
  @Column('timestamptz', { name: 'appointed_at' }) appointedAt!: Date;
  /** Null: by configuration. */
  @Column('text', { name: 'appointed_by_id', nullable: true }) appointedById!: string | null;
  @Column('timestamptz', { name: 'dismissed_at', nullable: true }) dismissedAt!: Date | null;
  @Column('text', { name: 'dismissed_by_id', nullable: true }) dismissedById!: string | null;
}
