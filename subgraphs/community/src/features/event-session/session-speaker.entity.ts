import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';

@Entity('session_speaker')
export class SessionSpeakerEntity extends StampedEntity {
  @Column('text', { name: 'session_id' }) sessionId!: string;
  @Column('text', { name: 'person_id', nullable: true }) personId!: string | null;
  /** As the programme prints it. */
  @Column('text') name!: string;
  @Column('text', { nullable: true }) biography!: string | null;
  @Column('integer') position!: number;
}
