import { Column, Entity } from 'typeorm';
import { EditorialEntity } from '../editorial/editorial.entity.js';

@Entity('news_item')
export class NewsItemEntity extends EditorialEntity {
  @Column('text', { nullable: true }) body!: string | null;
}
