import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity } from 'typeorm';
import type { ApiKeyScope } from './api-key.enums.js';

@Entity('api_key')
export class ApiKeyEntity extends StampedEntity {
  @Column('text', { name: 'organisation_id' }) organisationId!: string;
  @Column('text') name!: string;
  /** By which people recognise it. */
  @Column('text', { name: 'last_characters' }) lastCharacters!: string;
  @Column('text', { name: 'secret_hash' }) secretHash!: string;
  @Column('text', { array: true }) scopes!: ApiKeyScope[];
  /** Answers for it: it does what this person may have it do. Null after erasure. */
  @Column('text', { name: 'created_by_id', nullable: true }) createdById!: string | null;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  /** To the minute. Written without raising the version: that a key is used does not change it. */
  @Column('timestamptz', { name: 'last_used_at', nullable: true }) lastUsedAt!: Date | null;
  /** In the future while a key that was replaced goes on. */
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt!: Date | null;
  @Column('text', { name: 'revoked_by_id', nullable: true }) revokedById!: string | null;
  /** The key whose place it took. */
  @Column('text', { name: 'replaces_id', nullable: true }) replacesId!: string | null;
}
