import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Audience } from './event.enums.js';

/** What an audience pays. That of non-members is for everybody without a price of their own; nobody else may register. */
@Entity('event_price')
export class EventPriceEntity {
  @PrimaryColumn('text', { name: 'event_id' }) eventId!: string;
  @PrimaryColumn('text') audience!: Audience;
  @Column('integer', { name: 'price_cents' }) priceCents!: number;
}
