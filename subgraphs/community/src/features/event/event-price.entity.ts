import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience } from './event.enums.js';

/** What an audience pays; one without a price may not register. */
@Entity('event_price')
export class EventPriceEntity {
  @PrimaryColumn('text', { name: 'event_id' }) eventId!: string;
  @PrimaryColumn('text') audience!: Audience;
  @Column('integer', { name: 'price_cents' }) priceCents!: number;
}
