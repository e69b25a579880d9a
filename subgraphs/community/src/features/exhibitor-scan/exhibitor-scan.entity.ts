import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';

@Entity('exhibitor_scan')
export class ExhibitorScanEntity extends StampedEntity {
  @Column('text', { name: 'exhibitor_id' }) exhibitorId!: string;
  @Column('text', { name: 'registration_id' }) registrationId!: string;
  @Column('text', { name: 'scanned_by_id', nullable: true }) scannedById!: string | null;
  @Column('timestamptz', { name: 'scanned_at' }) scannedAt!: Date;
}
