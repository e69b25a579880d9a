import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { Language } from '../person/language.js';

@Entity('certificate')
export class CertificateEntity extends StampedEntity {
  /** By which anybody verifies it, in groups of four. */
  @Column('text') code!: string;
  @Column('text', { name: 'registration_id' }) registrationId!: string;
  @Column('text', { name: 'event_id' }) eventId!: string;
  @Column('text', { name: 'training_id', nullable: true }) trainingId!: string | null;
  /** Null once the person was erased, as is the name. */
  @Column('text', { name: 'person_id', nullable: true }) personId!: string | null;
  /** As it was when it was issued: a name that changes later does not change the paper. */
  @Column('text', { name: 'holder_name', nullable: true }) holderName!: string | null;
  /** In which it is written. */
  @Column('text') language!: Language;
  @Column('text') title!: string;
  /** A decimal text, as PostgreSQL gives it. */
  @Column('numeric') hours!: string;
  /** Days on the calendar of Flanders. */
  @Column('date', { name: 'starts_on' }) startsOn!: string;
  @Column('date', { name: 'ends_on' }) endsOn!: string;
  @Column('timestamptz', { name: 'issued_at' }) issuedAt!: Date;
  @Column('text', { name: 'issued_by_id', nullable: true }) issuedById!: string | null;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  @Column('text', { name: 'revocation_reason', nullable: true }) revocationReason!: string | null;
  @Column('text', { name: 'revoked_by_id', nullable: true }) revokedById!: string | null;
}
