import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';

@Entity('vendor')
export class VendorEntity extends StampedEntity {
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'enterprise_number', nullable: true }) enterpriseNumber!: string | null;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('text', { nullable: true }) website!: string | null;
  @Column('text', { name: 'contact_email', nullable: true }) contactEmail!: string | null;
  @Column('text', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
}
