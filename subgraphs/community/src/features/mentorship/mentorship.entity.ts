import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { MentorshipState } from './mentorship.enums.js';

/** What an expert of a company offers. */
@Entity('mentorship_offer')
export class MentorshipOfferEntity extends StampedEntity {
  /** Null after erasure. */
  @Column('text', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') title!: string;
  @Column('text') expertise!: string;
  @Column('text', { name: 'themes', array: true }) themeSlugs!: string[];
  @Column('integer') places!: number;
  @Column('boolean') open!: boolean;
}

/** What somebody of a local authority asks. */
@Entity('mentorship_request')
export class MentorshipRequestEntity extends StampedEntity {
  /** Null after erasure. */
  @Column('text', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') title!: string;
  @Column('text') question!: string;
  @Column('text', { name: 'themes', array: true }) themeSlugs!: string[];
  @Column('boolean') open!: boolean;
}

/** An expert and an authority, brought together by staff. */
@Entity('mentorship')
export class MentorshipEntity extends StampedEntity {
  @Column('text', { name: 'offer_id' }) offerId!: string;
  @Column('text', { name: 'request_id' }) requestId!: string;
  @Column('text') state!: MentorshipState;
  @Column('timestamptz', { name: 'expert_agreed_at', nullable: true }) expertAgreedAt!: Date | null;
  @Column('timestamptz', { name: 'authority_agreed_at', nullable: true }) authorityAgreedAt!: Date | null;
  @Column('date', { name: 'started_on', nullable: true }) startedOn!: string | null;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn!: string | null;
  @Column('text', { name: 'closing_note', nullable: true }) closingNote!: string | null;
}
