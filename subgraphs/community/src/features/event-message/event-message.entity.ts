import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AttendanceMode } from '../registration/registration.enums.js';
import type { RegistrationState } from '../waiting-list/registration-state.enums.js';

/** What was sent once, and changes no more. */
@Entity('event_message')
export class EventMessageEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'event_id' }) eventId!: string;
  @Column('text') subject!: string;
  @Column('text') body!: string;
  @Column('text', { array: true }) states!: RegistrationState[];
  /** Null: who attends in whatever mode. */
  @Column('text', { nullable: true }) mode!: AttendanceMode | null;
  @Column('integer', { name: 'recipient_count' }) recipientCount!: number;
  @Column('timestamptz', { name: 'sent_at' }) sentAt!: Date;
  /** Null once that person was erased. */
  @Column('text', { name: 'sent_by_id', nullable: true }) sentById!: string | null;
}
