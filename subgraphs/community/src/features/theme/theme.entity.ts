import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';

@Entity('theme')
export class ThemeEntity extends StampedEntity {
  /** What other rows and other subgraphs hold of a theme. It never changes. */
  @Column('text') slug!: string;
  @Column('text') label!: string;
  @Column('text') description!: string;
  /** Categories of CyberFundamentals that it is about, for example PR.AT; none for most themes. */
  @Column('text', { name: 'cyfun_categories', array: true }) cyfunCategories!: string[];
  /** Then the reference data leave it alone. */
  @Column('boolean', { name: 'kept_by_staff' }) keptByStaff!: boolean;
}
