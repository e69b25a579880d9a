import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';

@Entity('solution_version')
export class SolutionVersionEntity extends StampedEntity {
  @Column('text', { name: 'solution_id' }) solutionId!: string;
  @Column('text') number!: string;
  @Column('date', { name: 'released_on', nullable: true }) releasedOn!: string | null;
  @Column('date', { name: 'end_of_support_on', nullable: true }) endOfSupportOn!: string | null;
  @Column('boolean') current!: boolean;
}
