import { createHash } from 'node:crypto';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import { StoredFileContentEntity, StoredFileEntity } from './stored-file.entity.js';

export interface NewFile extends Pick<
  StoredFileEntity,
  'attachedToId' | 'fileName' | 'mediaType' | 'uploadedById' | 'uploadedAt'
> {
  readonly content: Buffer;
}

/** Stores a file whose content was checked, in the transaction that points to it. Answers with its id. */
export async function storeFile(tx: EntityManager, { content, ...file }: NewFile): Promise<string> {
  const id = newId('file');
  const sha256 = createHash('sha256').update(content).digest('hex');
  await tx.insert(StoredFileEntity, { ...file, id, size: content.length, sha256 });
  await tx.insert(StoredFileContentEntity, { fileId: id, content });
  return id;
}

/** Takes a file away to which nothing points any more. */
export const removeFile = async (tx: EntityManager, id: string): Promise<void> =>
  void (await tx.delete(StoredFileEntity, id));
