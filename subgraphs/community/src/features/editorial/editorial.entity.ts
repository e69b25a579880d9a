import { StampedEntity } from '@lokaal/shared/database';
import { Column } from 'typeorm';
import type { EditorialStatus, KnowledgeAccess } from './editorial.enums.js';

/** What publications, recordings and news items have in common: they are written by staff, and published on a day. */
export abstract class EditorialEntity extends StampedEntity {
  @Column('text') title!: string;
  @Column('text') summary!: string;
  @Column('text', { name: 'themes', array: true }) themeSlugs!: string[];
  @Column('text') access!: KnowledgeAccess;
  @Column('text') status!: EditorialStatus;
  /** From this day on it is shown, once it is PUBLISHED: what lies in the future waits for its day. */
  @Column('date', { name: 'published_on' }) publishedOn!: string;
  @Column('text', { name: 'withdrawal_reason', nullable: true }) withdrawalReason!: string | null;
}
