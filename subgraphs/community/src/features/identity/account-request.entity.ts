import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody asked for an account, a new password or another address: for the limits on what one caller asks for. */
@Entity('account_request')
export class AccountRequestEntity {
  @PrimaryColumn('text') id!: string;
  /** Empty when the caller's address is not known. */
  @Column('text') origin!: string;
  @Column('text') mailbox!: string;
  @Column('timestamptz') at!: Date;
}
