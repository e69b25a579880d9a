import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { Province } from './municipality.enums.js';

@Entity('municipality')
export class MunicipalityEntity extends StampedEntity {
  @Column('text') nis!: string;
  @Column('text') name!: string;
  @Column('text') province!: Province;
  @Column('text', { name: 'postal_codes', array: true }) postalCodes!: string[];
  @Column('integer', { nullable: true }) population!: number | null;
  @Column('date', { name: 'population_date', nullable: true }) populationDate!: string | null;
  @Column('text', { name: 'reference_region', nullable: true }) referenceRegion!: string | null;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  /** First day on which the code no longer held. */
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
  @Column('text', { name: 'successor_id', nullable: true }) successorId!: string | null;
  /** Staff changed it: reference data leaves it alone. */
  @Column('boolean', { name: 'kept_by_staff' }) keptByStaff!: boolean;
}
