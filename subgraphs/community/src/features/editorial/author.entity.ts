import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';

/** Who wrote or spoke: of one publication, recording or news item. */
@Entity('author')
export class AuthorEntity extends StampedEntity {
  @Column('text', { name: 'publication_id', nullable: true }) publicationId!: string | null;
  @Column('text', { name: 'media_item_id', nullable: true }) mediaItemId!: string | null;
  @Column('text', { name: 'news_item_id', nullable: true }) newsItemId!: string | null;
  @Column('integer') position!: number;
  @Column('text') name!: string;
  @Column('text', { name: 'person_id', nullable: true }) personId!: string | null;
}
