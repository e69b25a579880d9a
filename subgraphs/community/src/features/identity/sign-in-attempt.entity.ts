import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('sign_in_attempt')
export class SignInAttemptEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text') account!: string;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('timestamptz') at!: Date;
  @Column('boolean') pending!: boolean;
}
