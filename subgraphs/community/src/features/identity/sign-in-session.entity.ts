import { Column, Entity, PrimaryColumn } from 'typeorm';

export type SessionEndReason = 'SIGNED_OUT' | 'PASSWORD_CHANGED' | 'TOKEN_REUSED' | 'EXPIRED' | 'EMAIL_CHANGED';

@Entity('session')
export class SignInSessionEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'person_id' }) personId!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'idle_until' }) idleUntil!: Date;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt!: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt!: Date | null;
  @Column('text', { name: 'end_reason', nullable: true }) endReason!: SessionEndReason | null;
}
