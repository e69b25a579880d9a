import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { idempotent, inTransaction, lockVersion, refuseDuplicates } from '@lokaal/shared/database';
import { forbidden } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { MailingListEntity } from './mailing-list.entity.js';
import type { CreateMailingListInput, UpdateMailingListInput } from './mailing-list.input.js';

const refuseSecond = refuseDuplicates({
  mailing_list_slug_key: ['There is a mailing list with this slug; choose another.', 'slug'],
});

/** The lists themselves, kept by staff. Every method answers with the list's id. */
export class MailingListService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  create(viewer: Viewer, { idempotencyKey: key, ...list }: CreateMailingListInput): Promise<string> {
    refuseOthers(viewer);
    const now = this.on.clock.now();
    const call = { personId: viewer.personId!, key, mutation: 'createMailingList', input: list, now };
    const write = (tx: EntityManager) => async () => {
      const id = newId('mailinglist');
      await tx.insert(MailingListEntity, { ...list, id, open: true });
      return id;
    };
    return inTransaction(this.on.db, (tx) => idempotent(tx, call, write(tx))).catch(refuseSecond);
  }

  update(viewer: Viewer, { id, expectedVersion, ...changes }: UpdateMailingListInput): Promise<string> {
    refuseOthers(viewer);
    return inTransaction(this.on.db, async (tx) => {
      const list = await lockVersion(tx, MailingListEntity, id, expectedVersion);
      await tx.save(Object.assign(list, changes));
      return id;
    });
  }
}

/** Before anything is looked up: others learn nothing of what there is. */
function refuseOthers(viewer: Viewer): void {
  if (!isStaff(viewer)) throw forbidden('Only staff of the association may keep mailing lists.');
}
