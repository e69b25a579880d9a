import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';

@Entity('exhibitor')
export class ExhibitorEntity extends StampedEntity {
  @Column('text', { name: 'event_id' }) eventId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') stand!: string;
  @Column('text', { nullable: true }) description!: string | null;
}
