import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** Who may see and attend a session of a PRIVATE track, beside staff and the company that gives it. */
@Entity('session_invitation')
export class SessionInvitationEntity {
  @PrimaryColumn('text') id!: string;
  @Column('text', { name: 'session_id' }) sessionId!: string;
  @Column('text', { name: 'person_id' }) personId!: string;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
}
