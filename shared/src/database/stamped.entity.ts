import { CreateDateColumn, PrimaryColumn, UpdateDateColumn, VersionColumn } from 'typeorm';

/** Columns of every record that can change: times from the database, and a version that every update raises by one. */
export abstract class StampedEntity {
  @PrimaryColumn('text') id!: string;
  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' }) createdAt!: Date;
  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' }) updatedAt!: Date;
  @VersionColumn({ type: 'integer' }) version!: number;
}
