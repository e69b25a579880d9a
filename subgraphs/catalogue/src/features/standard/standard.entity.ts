import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { EvidenceLevel, StandardStatus, StandardType, StandardUsage, SupportLevel } from './standard.enums.js';

@Entity('standard')
export class StandardEntity extends StampedEntity {
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') type!: StandardType;
  @Column('text', { nullable: true }) status!: StandardStatus | null;
  @Column('text', { nullable: true }) usage!: StandardUsage | null;
  @Column('date', { name: 'published_on', nullable: true }) publishedOn!: string | null;
  @Column('text', { nullable: true }) publisher!: string | null;
}

@Entity('standard_support')
export class StandardSupportEntity extends StampedEntity {
  @Column('text', { name: 'solution_version_id' }) solutionVersionId!: string;
  @Column('text', { name: 'standard_id' }) standardId!: string;
  @Column('text') level!: SupportLevel;
  @Column('text') evidence!: EvidenceLevel;
  @Column('integer', { name: 'confirmed_count' }) confirmedCount!: number;
  @Column('date', { name: 'tested_on', nullable: true }) testedOn!: string | null;
}
