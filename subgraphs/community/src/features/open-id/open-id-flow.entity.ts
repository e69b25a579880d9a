import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody who went to an issuer and is expected back. */
@Entity('open_id_flow')
export class OpenIdFlowEntity {
  /** SHA-256 of what the client keeps; state, nonce and code verifier follow from that, so none of them is stored. */
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash!: string;
  /** The issuer's name in the configuration. */
  @Column('text') issuer!: string;
  @Column('text', { name: 'redirect_uri' }) redirectUri!: string;
  /** Who links an account; null for whoever signs in. */
  @Column('text', { name: 'person_id', nullable: true }) personId!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
}
