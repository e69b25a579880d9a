import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';

/** Municipalities, circles and events hold its name. */
@Entity('reference_region')
export class ReferenceRegionEntity extends StampedEntity {
  @Column('text') name!: string;
}
