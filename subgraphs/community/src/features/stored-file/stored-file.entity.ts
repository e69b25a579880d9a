import { StampedEntity } from '@lokaal/shared/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is known of a file; its content is apart. */
@Entity('stored_file')
export class StoredFileEntity extends StampedEntity {
  /** Id of the object that it belongs to: who sees that object may read the file. */
  @Column('text', { name: 'attached_to_id' }) attachedToId!: string;
  @Column('text', { name: 'file_name' }) fileName!: string;
  @Column('text', { name: 'media_type' }) mediaType!: string;
  @Column('integer') size!: number;
  @Column('text') sha256!: string;
  @Column('text', { name: 'uploaded_by_id', nullable: true }) uploadedById!: string | null;
  @Column('timestamptz', { name: 'uploaded_at' }) uploadedAt!: Date;
}

@Entity('stored_file_content')
export class StoredFileContentEntity {
  @PrimaryColumn('text', { name: 'file_id' }) fileId!: string;
  @Column('bytea') content!: Buffer;
}
