import { Column, Entity } from 'typeorm';
import { EditorialEntity } from '../editorial/editorial.entity.js';
import type { MediaKind } from './media-item.enums.js';

@Entity('media_item')
export class MediaItemEntity extends EditorialEntity {
  @Column('text') kind!: MediaKind;
  @Column('text', { nullable: true }) url!: string | null;
  @Column('integer', { name: 'duration_minutes', nullable: true }) durationMinutes!: number | null;
  @Column('date', { name: 'recorded_on', nullable: true }) recordedOn!: string | null;
  /** The event, or one session of an event, of which it is the recording. */
  @Column('text', { name: 'event_id', nullable: true }) eventId!: string | null;
  @Column('text', { name: 'session_id', nullable: true }) sessionId!: string | null;
}
