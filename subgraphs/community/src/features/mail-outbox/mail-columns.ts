import { Column, PrimaryColumn } from 'typeorm';

/** What is known of a mail beside what it says. */
export abstract class MailColumns {
  @PrimaryColumn('text') id!: string;
  @Column('text') recipient!: string;
  @Column('text') subject!: string;
  @Column('timestamptz', { name: 'created_at' }) writtenAt!: Date;
  @Column('timestamptz', { name: 'next_attempt_at' }) dueAt!: Date;
  @Column('integer') attempts!: number;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt!: Date | null;
  @Column('timestamptz', { name: 'abandoned_at', nullable: true }) abandonedAt!: Date | null;
}
