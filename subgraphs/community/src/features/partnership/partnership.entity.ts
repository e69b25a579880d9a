import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';

@Entity('partnership')
export class PartnershipEntity extends StampedEntity {
  @Column('text') name!: string;
  @Column('text') description!: string;
  @Column('text', { nullable: true }) website!: string | null;
  @Column('date', { name: 'from_date', nullable: true }) from!: string | null;
  /** First day on which it no longer holds. */
  @Column('date', { name: 'to_date', nullable: true }) to!: string | null;
}
