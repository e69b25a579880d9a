import type { Slice } from '../../slice.js';
import { downloadRoute } from './stored-file.documents.js';
import { StoredFileContentEntity, StoredFileEntity } from './stored-file.entity.js';
import { storedFileReads } from './stored-file.reads.js';

export const storedFileSlice: Slice = {
  entities: [StoredFileEntity, StoredFileContentEntity],
  models: [storedFileReads],
  resolvers: () => [],
  documents: (on) => [downloadRoute(on)],
  personalData: [
    {
      table: 'stored_file',
      of: 'uploaded_by_id = $1',
      shown: ['file_name', 'media_type', 'size', 'uploaded_at'],
      // the document is its organisation's; it stays, without who brought it
      erasure: { set: 'uploaded_by_id = null' },
    },
  ],
};
