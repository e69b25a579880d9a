import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';

@Entity('room')
export class RoomEntity extends StampedEntity {
  @Column('text', { name: 'event_id' }) eventId!: string;
  @Column('text') name!: string;
  @Column('integer') capacity!: number;
}
