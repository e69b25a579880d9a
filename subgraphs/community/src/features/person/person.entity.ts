import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { Language } from './language.js';

@Entity('person')
export class PersonEntity extends StampedEntity {
  @Column('text') name!: string;
  @Column('text') email!: string;
  @Column('text') language!: Language;
  @Column('boolean', { name: 'consent_directory' }) consentDirectory!: boolean;
  @Column('timestamptz', { name: 'email_confirmed_at', nullable: true }) emailConfirmedAt!: Date | null;
  /** By the association: nobody registers over it, its owner gets in by the mailed link. */
  @Column('timestamptz', { name: 'entered_at', nullable: true }) enteredAt!: Date | null;
}
