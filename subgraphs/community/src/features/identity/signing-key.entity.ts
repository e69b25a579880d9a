import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('signing_key')
export class SigningKeyEntity {
  @PrimaryColumn('text') kid!: string;
  /** The private key as JWK, encrypted: who reads the table cannot sign, who writes to it cannot plant a key. */
  @Column('text', { name: 'sealed_jwk' }) sealedJwk!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'signs_from' }) signsFrom!: Date;
  @Column('timestamptz', { name: 'signs_until' }) signsUntil!: Date;
}
