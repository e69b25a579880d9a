import { Column, Entity } from 'typeorm';
import { StampedEntity } from '../../src/database/index.js';

@Entity('author')
export class AuthorEntity extends StampedEntity {
  @Column('text') name!: string;
  @Column('date', { name: 'born_on', nullable: true }) bornOn!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { name: 'mentor_id', nullable: true }) mentorId!: string | null;
  @Column('numeric') rating!: string;
  @Column('boolean') active!: boolean;
}

@Entity('book')
export class BookEntity extends StampedEntity {
  @Column('text') title!: string;
  @Column('text', { nullable: true }) subtitle!: string | null;
  @Column('text', { name: 'author_id' }) authorId!: string;
  @Column('text', { name: 'publisher_id', nullable: true }) publisherId!: string | null;
  @Column('text', { name: 'sequel_id', nullable: true }) sequelId!: string | null;
  @Column('text', { name: 'owner_id' }) ownerId!: string;
  @Column('integer') pages!: number;
  @Column('bigint') cents!: string;
  @Column('numeric', { nullable: true }) weight!: string | null;
  @Column('boolean') published!: boolean;
  @Column('text', { array: true }) genres!: string[];
  @Column('timestamptz', { name: 'printed_at' }) printedAt!: Date;
  @Column('date', { name: 'due_on', nullable: true }) dueOn!: string | null;
  @Column('text') kind!: string;
  @Column('jsonb', { nullable: true }) cover!: object | null;
  @Column('jsonb') chapters!: object[];
  @Column('jsonb', { nullable: true }) media!: object[] | null;
}

@Entity('review')
export class ReviewEntity extends StampedEntity {
  @Column('text', { name: 'book_id' }) bookId!: string;
  @Column('smallint') stars!: number;
  @Column('text') remark!: string;
  @Column('text', { nullable: true }) secret!: string | null;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text', { name: 'referent_id', nullable: true }) referentId!: string | null;
}

@Entity('loan')
export class LoanEntity extends StampedEntity {
  @Column('text', { name: 'book_id' }) bookId!: string;
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('date') since!: string;
}
