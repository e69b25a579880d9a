import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { idempotent, inTransaction, lockVersion, refuseDuplicates } from '@lokaal/shared/database';
import { badInput, forbidden } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { SliceDependencies } from '../../slice.js';
import { PartnershipEntity } from './partnership.entity.js';
import type { CreatePartnershipInput, DeletePartnershipInput, UpdatePartnershipInput } from './partnership.input.js';

const refuseSecond = refuseDuplicates({ partnership_name_key: ['There is a partnership of this name.', 'name'] });

/** Partnerships, kept by staff. Every method answers with the partnership's id. */
export class PartnershipService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  create(viewer: Viewer, { idempotencyKey: key, ...input }: CreatePartnershipInput): Promise<string> {
    refuseOthers(viewer);
    const call = { personId: viewer.personId!, key, mutation: 'createPartnership', input, now: this.on.clock.now() };
    return inTransaction(this.on.db, (tx) =>
      idempotent(tx, call, async () => {
        const id = newId('partnership');
        await tx.insert(PartnershipEntity, { ...input, id });
        return id;
      }),
    ).catch(refuseSecond);
  }

  update(viewer: Viewer, { id, expectedVersion, ...changes }: UpdatePartnershipInput): Promise<string> {
    refuseOthers(viewer);
    return inTransaction(this.on.db, async (tx) => {
      const partnership = await lockVersion(tx, PartnershipEntity, id, expectedVersion);
      const { from, to } = Object.assign(partnership, changes);
      if (from && to && to <= from) throw badInput('It cannot end before it began.', ['to']);
      await tx.save(partnership);
      return id;
    });
  }

  /** What was entered wrongly: what was ended stays on record. */
  delete(viewer: Viewer, { id, expectedVersion }: DeletePartnershipInput): Promise<string> {
    refuseOthers(viewer);
    return inTransaction(this.on.db, async (tx) => {
      await lockVersion(tx, PartnershipEntity, id, expectedVersion);
      await tx.delete(PartnershipEntity, { id });
      return id;
    });
  }
}

/** Before anything is looked up. */
function refuseOthers(viewer: Viewer): void {
  if (!isStaff(viewer)) throw forbidden('Only staff of the association may keep partnerships.');
}
