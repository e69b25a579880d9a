import { Column, Entity } from 'typeorm';
import { EditorialEntity } from '../editorial/editorial.entity.js';

@Entity('publication')
export class PublicationEntity extends EditorialEntity {
  @Column('text', { nullable: true }) subtitle!: string | null;
  @Column('text', { nullable: true }) body!: string | null;
  @Column('text', { nullable: true }) url!: string | null;
}
