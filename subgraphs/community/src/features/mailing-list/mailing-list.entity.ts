import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';

@Entity('mailing_list')
export class MailingListEntity extends StampedEntity {
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') description!: string;
  /** Whether it takes new subscriptions. */
  @Column('boolean') open!: boolean;
}
