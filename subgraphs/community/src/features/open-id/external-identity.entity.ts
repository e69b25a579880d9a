import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That an account at an issuer is of a person here. Issuer and subject together are one account (OpenID Connect Core, 5.7). */
@Entity('external_identity')
export class ExternalIdentityEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'person_id' }) personId!: string;
  /** The issuer's address, as its tokens have it. */
  @Column('text') issuer!: string;
  @Column('text') subject!: string;
  @Column('timestamptz', { name: 'linked_at' }) linkedAt!: Date;
  @Column('timestamptz', { name: 'last_sign_in_at', nullable: true }) lastSignInAt!: Date | null;
}
