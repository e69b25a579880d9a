import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { TrackKind } from './event.enums.js';

@Entity('track')
export class TrackEntity extends StampedEntity {
  @Column('text', { name: 'event_id' }) eventId!: string;
  @Column('text') name!: string;
  @Column('text') kind!: TrackKind;
  @Column('integer') position!: number;
}
