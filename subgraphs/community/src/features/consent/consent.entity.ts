import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentActor, ConsentChannel, ConsentDecision, ConsentPurpose } from './consent.enums.js';

/** One decision. The serving role may add rows and change none. */
@Entity('consent')
export class ConsentEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'person_id' }) personId!: string;
  @Column('text') purpose!: ConsentPurpose;
  @Column('text') decision!: ConsentDecision;
  @Column('timestamptz', { name: 'decided_at' }) decidedAt!: Date;
  @Column('text', { name: 'actor' }) actor!: ConsentActor;
  /** The member of staff who wrote it down. */
  @Column('text', { name: 'recorded_by_id', nullable: true }) recordedById!: string | null;
  @Column('text') channel!: ConsentChannel;
  /** What the person read, when something was given. */
  @Column('text', { name: 'wording_id', nullable: true }) wordingId!: string | null;
}
