import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { EventSeriesCode } from '../event/event.enums.js';

@Entity('event_series')
export class EventSeriesEntity extends StampedEntity {
  @Column('text') code!: EventSeriesCode;
  @Column('text') name!: string;
  @Column('text') description!: string;
  @Column('integer') position!: number;
}
