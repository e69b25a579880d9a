import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { DeploymentType, DevelopmentStatus, SolutionKind, SolutionStatus } from './solution.enums.js';

@Entity('solution')
export class SolutionEntity extends StampedEntity {
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text', { name: 'vendor_id' }) vendorId!: string;
  @Column('text', { name: 'short_description' }) shortDescription!: string;
  @Column('text', { name: 'long_description', nullable: true }) longDescription!: string | null;
  @Column('text') kind!: SolutionKind;
  @Column('text') license!: string;
  @Column('text', { name: 'deployment_types', array: true }) deploymentTypes!: DeploymentType[];
  @Column('text', { array: true }) functions!: string[];
  @Column('text', { array: true }) languages!: string[];
  @Column('text', { name: 'development_status', nullable: true }) developmentStatus!: DevelopmentStatus | null;
  @Column('text', { name: 'publiccode_url', nullable: true }) publiccodeUrl!: string | null;
  @Column('text') status!: SolutionStatus;
  @Column('timestamptz', { name: 'last_confirmed_at', nullable: true }) lastConfirmedAt!: Date | null;
}
