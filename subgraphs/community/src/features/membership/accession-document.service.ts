import type { Viewer } from '@lokaal/shared/auth';
import { inTransaction } from '@lokaal/shared/database';
import { badInput, invalidState } from '@lokaal/shared/errors';
import type { SliceDependencies } from '../../slice.js';
import { refusalOfPdf } from '../stored-file/pdf.policy.js';
import { StoredFileEntity } from '../stored-file/stored-file.entity.js';
import { removeFile, storeFile } from '../stored-file/stored-file.store.js';
import { MembershipEntity } from './membership.entity.js';
import { MembershipType } from './membership.enums.js';
import { mayKeep } from './membership.policy.js';

export interface SignedDocument {
  readonly fileName: string;
  readonly content: Buffer;
}

/** The signed document with which an authority accedes. */
export class AccessionDocumentService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  /**
   * Keeps it with the application, in the place of an earlier one; it raises the membership's version, so staff approve what
   * they have seen. Undefined when the viewer may not act for the authority, or there is no such membership. Throws a
   * DomainError when the content is not taken, or the application was decided: from then on the document stays as it is.
   */
  async keep(viewer: Viewer, id: string, { fileName, content }: SignedDocument): Promise<StoredFileEntity | undefined> {
    const now = this.on.clock.now();
    return inTransaction(this.on.db, async (tx) => {
      const membership = await tx.findOne(MembershipEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!membership || !mayKeep(viewer, membership)) return undefined;
      if (membership.type !== MembershipType.ACCEDED) throw invalidState('Only an authority accedes with a document.');
      if (membership.decision !== null) throw invalidState('The application was decided: its document stays as it is.');
      const refusal = refusalOfPdf(content);
      if (refusal) throw badInput(refusal, ['body']);
      const file = { fileName, content, mediaType: 'application/pdf', attachedToId: id };
      const fileId = await storeFile(tx, { ...file, uploadedById: viewer.personId ?? null, uploadedAt: now });
      await tx.update(MembershipEntity, id, { accessionDocumentId: fileId });
      if (membership.accessionDocumentId !== null) await removeFile(tx, membership.accessionDocumentId);
      return tx.findOneByOrFail(StoredFileEntity, { id: fileId });
    });
  }
}
