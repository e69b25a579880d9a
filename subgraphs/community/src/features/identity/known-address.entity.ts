import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('known_address')
export class KnownAddressEntity {
  @PrimaryColumn('text', { name: 'person_id' }) personId!: string;
  @PrimaryColumn('text') address!: string;
  @Column('timestamptz', { name: 'seen_at' }) seenAt!: Date;
}
