import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '../person/language.js';

@Entity('one_time_token')
export class OneTimeTokenEntity {
  @PrimaryColumn('text', { name: 'token_hash' }) tokenHash!: string;
  @Column('text') purpose!: 'CONFIRM_EMAIL' | 'RESET_PASSWORD' | 'INVITATION' | 'CHANGE_EMAIL';
  @Column('text', { name: 'person_id' }) personId!: string;
  @Column('text', { nullable: true }) name!: string | null;
  @Column('text', { nullable: true }) language!: Language | null;
  /** To which a change of address goes. */
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'used_at', nullable: true }) usedAt!: Date | null;
}
