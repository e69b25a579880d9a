import type { DocumentRoute } from '@lokaal/shared/documents';
import { prefixOf } from '@lokaal/shared/ids';
import { visibleRow } from '@lokaal/shared/read';
import type { SliceDependencies } from '../../slice.js';
import type { StoredFileEntity } from './stored-file.entity.js';
import { storedFileReads } from './stored-file.reads.js';

type Content = Pick<StoredFileEntity, 'fileName' | 'mediaType'> & { readonly content: Buffer };

const content = `select file_name as "fileName", media_type as "mediaType", content
  from stored_file join stored_file_content on file_id = id where id = $1`;

/** A file for whoever sees what it belongs to: always to be saved, never shown within a page. */
export const downloadRoute = ({ rows, clock }: Pick<SliceDependencies, 'rows' | 'clock'>): DocumentRoute => ({
  method: 'GET',
  path: '/files/:id',
  answer: async (request, { id = '' }) => {
    const { viewer } = request;
    if (prefixOf(id) !== 'file') return undefined;
    const seen = await rows(request, visibleRow(storedFileReads, { id, viewer, now: clock.now() }));
    if (seen.length !== 1) return undefined;
    const [file] = await rows<Content>(request, { text: content, values: [id] });
    return file && { status: 200, type: file.mediaType, body: file.content, fileName: file.fileName };
  },
});
