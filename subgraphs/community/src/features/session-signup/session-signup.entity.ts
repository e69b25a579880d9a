import { Column, Entity } from 'typeorm';
import { QueuedEntity } from '../waiting-list/queued.entity.js';

@Entity('session_signup')
export class SessionSignupEntity extends QueuedEntity {
  @Column('text', { name: 'registration_id' }) registrationId!: string;
  @Column('text', { name: 'session_id' }) sessionId!: string;
  /** Whoever was let in without having signed up. */
  @Column('boolean') unannounced!: boolean;
}
