import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('knowledge_circle')
export class KnowledgeCircleEntity extends StampedEntity {
  @Column('text') name!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('text', { name: 'reference_region', nullable: true }) referenceRegion!: string | null;
  /** Null while it is a proposal. */
  @Column('date', { name: 'founded_on', nullable: true }) foundedOn!: string | null;
  /** First day on which it no longer is. */
  @Column('date', { name: 'ended_on', nullable: true }) endedOn!: string | null;
  @Column('text', { name: 'theme_slugs', array: true }) themeSlugs!: string[];
  @Column('text', { name: 'internal_notes', nullable: true }) internalNotes!: string | null;
}

@Entity('circle_coordinator')
export class CircleCoordinatorEntity {
  @PrimaryColumn('text', { name: 'circle_id' }) circleId!: string;
  @PrimaryColumn('text', { name: 'person_id' }) personId!: string;
}
