import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { CalendarFeedKind } from './calendar-feed.enums.js';

@Entity('calendar_feed')
export class CalendarFeedEntity extends StampedEntity {
  @Column('text', { name: 'person_id' }) personId!: string;
  @Column('text') kind!: CalendarFeedKind;
  /** Only for a CIRCLE. */
  @Column('text', { name: 'circle_id', nullable: true }) circleId!: string | null;
  /** SHA-256 of the token in its address: who reads the database learns no address. */
  @Column('text', { name: 'token_hash' }) tokenHash!: string;
}
