import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { inTransaction, lockVersion } from '@lokaal/shared/database';
import { badInput, DomainError, forbidden } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { DataSource } from 'typeorm';
import { PartnershipEntity } from './partnership.entity.js';
import type { CreatePartnershipInput, UpdatePartnershipInput } from './partnership.input.js';

/** Partnerships, kept by staff. Both methods answer with the partnership's id. */
export class PartnershipService {
  constructor(private readonly db: DataSource) {}

  create(viewer: Viewer, { ...partnership }: CreatePartnershipInput): Promise<string> {
    refuseOthers(viewer);
    return inTransaction(this.db, async (tx) => {
      const id = newId('partnership');
      const row = { ...partnership, id };
      // the unique name decides between two at once; the one that comes second finds nothing written
      const { raw } = await tx
        .createQueryBuilder()
        .insert()
        .into(PartnershipEntity)
        .values(row)
        .orIgnore()
        .returning('id')
        .execute();
      if ((raw as unknown[]).length === 0)
        throw new DomainError('ALREADY_EXISTS', 'There is a partnership of this name.', ['name']);
      return id;
    });
  }

  update(viewer: Viewer, { id, expectedVersion, ...changes }: UpdatePartnershipInput): Promise<string> {
    refuseOthers(viewer);
    return inTransaction(this.db, async (tx) => {
      const partnership = await lockVersion(tx, PartnershipEntity, id, expectedVersion);
      const { from, to } = Object.assign(partnership, changes);
      if (from && to && to <= from) throw badInput('It cannot end before it began.', ['to']);
      await tx.save(partnership);
      return id;
    });
  }
}

/** Before anything is looked up. */
function refuseOthers(viewer: Viewer): void {
  if (!isStaff(viewer)) throw forbidden('Only staff of the association may keep partnerships.');
}
