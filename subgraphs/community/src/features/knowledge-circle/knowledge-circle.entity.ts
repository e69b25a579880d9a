import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('knowledge_circle')
export class KnowledgeCircleEntity extends StampedEntity {
  @Column('text') name!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('text', { name: 'reference_region', nullable: true }) referenceRegion!: string | null;
  @Column('date', { name: 'founded_on' }) foundedOn!: string;
  @Column('text', { name: 'internal_notes', nullable: true }) internalNotes!: string | null;
}

@Entity('circle_coordinator')
export class CircleCoordinatorEntity {
  @PrimaryColumn('text', { name: 'circle_id' }) circleId!: string;
  @PrimaryColumn('text', { name: 'person_id' }) personId!: string;
}
