import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../person/language.js';
import type { ConsentPurpose } from './consent.enums.js';

/** Written by migrations only: what somebody agreed to is never changed, a new text is a new revision. */
@Entity('consent_wording')
export class ConsentWordingEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') purpose!: ConsentPurpose;
  @Column('text') language!: Language;
  @Column('integer') revision!: number;
  @Column('text') text!: string;
  /** Date without time, as 'YYYY-MM-DD'. */
  @Column('date', { name: 'from_date' }) from!: string;
}
