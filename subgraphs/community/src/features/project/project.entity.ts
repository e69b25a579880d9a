import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { ProjectStatus } from './project.enums.js';

@Entity('project')
export class ProjectEntity extends StampedEntity {
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') summary!: string;
  @Column('text', { nullable: true }) description!: string | null;
  @Column('text', { nullable: true }) website!: string | null;
  @Column('text') status!: ProjectStatus;
  @Column('date', { name: 'started_on', nullable: true }) startedOn!: string | null;
  @Column('date', { name: 'ended_on', nullable: true }) endedOn!: string | null;
  @Column('text', { name: 'themes', array: true }) themeSlugs!: string[];
}

@Entity('project_participation')
export class ProjectParticipationEntity extends StampedEntity {
  @Column('text', { name: 'project_id' }) projectId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('date', { name: 'from_date' }) from!: string;
  /** First day on which it no longer holds. */
  @Column('date', { name: 'to_date', nullable: true }) to!: string | null;
}

@Entity('project_partner')
export class ProjectPartnerEntity extends StampedEntity {
  @Column('text', { name: 'project_id' }) projectId!: string;
  @Column('text', { name: 'organisation_id', nullable: true }) organisationId!: string | null;
  @Column('text') name!: string;
  @Column('text') role!: string;
}
