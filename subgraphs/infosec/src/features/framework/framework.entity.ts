import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { AssuranceLevel, ControlFunction } from './framework.enums.js';

@Entity('framework')
export class FrameworkEntity extends StampedEntity {
  @Column('text') ref!: string;
  @Column('text') edition!: string;
  @Column('text') name!: string;
}

@Entity('control')
export class ControlEntity extends StampedEntity {
  @Column('text', { name: 'framework_id' }) frameworkId!: string;
  @Column('text') code!: string;
  @Column('text') function!: ControlFunction;
  @Column('text') category!: string;
  @Column('text') subcategory!: string;
  @Column('text', { name: 'first_level' }) firstLevel!: AssuranceLevel;
  @Column('text', { name: 'key_measure_levels', array: true }) keyMeasureLevels!: AssuranceLevel[];
  @Column('text', { name: 'management_aspect_levels', array: true }) managementAspectLevels!: AssuranceLevel[];
  @Column('text', { name: 'na_excluded_levels', array: true }) notApplicableExcludedLevels!: AssuranceLevel[];
  @Column('text') title!: string;
  @Column('integer') position!: number;
}
