import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { Criticality, PortfolioStatus, PortfolioVisibility } from './portfolio-item.enums.js';

@Entity('portfolio_item')
export class PortfolioItemEntity extends StampedEntity {
  @Column('text', { name: 'authority_id' }) authorityId!: string;
  @Column('text', { name: 'solution_id' }) solutionId!: string;
  @Column('text', { name: 'version_id', nullable: true }) versionId!: string | null;
  @Column('text') status!: PortfolioStatus;
  @Column('date') since!: string;
  @Column('date', { nullable: true }) until!: string | null;
  @Column('text') criticality!: Criticality;
  @Column('smallint') confidentiality!: number;
  @Column('smallint') integrity!: number;
  @Column('smallint') availability!: number;
  @Column('boolean', { name: 'processes_personal_data' }) processesPersonalData!: boolean;
  @Column('text', { name: 'owner_unit' }) ownerUnit!: string;
  @Column('integer', { name: 'annual_cost_cents', nullable: true }) annualCostCents!: number | null;
  @Column('text', { name: 'referent_id', nullable: true }) referentId!: string | null;
  @Column('text') visibility!: PortfolioVisibility;
}
