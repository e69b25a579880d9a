import type { DocumentRoute } from '@lokaal/shared/documents';
import { prefixOf } from '@lokaal/shared/ids';
import { visibleRow } from '@lokaal/shared/read';
import type { Pool } from 'pg';
import type { SliceDependencies } from '../../slice.js';
import type { StoredFileEntity } from './stored-file.entity.js';
import { storedFileReads } from './stored-file.reads.js';

type Content = Pick<StoredFileEntity, 'fileName' | 'mediaType'> & { readonly content: Buffer };

const statement = `select file_name as "fileName", media_type as "mediaType", content
  from stored_file join stored_file_content on file_id = id where id = $1`;

async function contentOf(pool: Pool, id: string): Promise<Content | undefined> {
  return (await pool.query<Content>(statement, [id])).rows[0];
}

/** A file for whoever sees what it belongs to: always to be saved, never shown within a page. */
export const downloadRoute = ({ pool, clock }: Pick<SliceDependencies, 'pool' | 'clock'>): DocumentRoute => ({
  method: 'GET',
  path: '/files/:id',
  answer: async ({ viewer }, { id = '' }) => {
    if (prefixOf(id) !== 'file') return undefined;
    const { rowCount } = await pool.query(visibleRow(storedFileReads, { id, viewer, now: clock.now() }));
    const file = rowCount === 1 ? await contentOf(pool, id) : undefined;
    return file && { status: 200, type: file.mediaType, body: file.content, fileName: file.fileName };
  },
});
