import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience } from '../event/event.enums.js';
import { QueuedEntity } from '../waiting-list/queued.entity.js';
import type { AttendanceMode } from './registration.enums.js';

@Entity('registration')
export class RegistrationEntity extends QueuedEntity {
  @Column('text', { name: 'event_id' }) eventId!: string;
  /** Null once the person was erased. */
  @Column('text', { name: 'person_id', nullable: true }) personId!: string | null;
  /** Kept by a trigger: what a list is searched and ordered by. Empty once the person was erased. */
  @Column({ type: 'text', name: 'person_name', insert: false, update: false }) personName!: string;
  /** Who registered a colleague; null when people registered themselves. */
  @Column('text', { name: 'registered_by_id', nullable: true }) registeredById!: string | null;
  @Column('text') mode!: AttendanceMode;
  @Column('text') audience!: Audience;
  @Column('integer', { name: 'price_cents' }) priceCents!: number;
  /** Why nobody pays for it; null for what has its usual price. */
  @Column('text', { name: 'complimentary_reason', nullable: true }) complimentaryReason!: string | null;
  @Column('text', { name: 'ticket_code' }) ticketCode!: string;
}

@Entity('registration_answer')
export class RegistrationAnswerEntity {
  @PrimaryColumn('text', { name: 'registration_id' }) registrationId!: string;
  @PrimaryColumn('text', { name: 'question_id' }) questionId!: string;
  @Column('text') answer!: string;
}
