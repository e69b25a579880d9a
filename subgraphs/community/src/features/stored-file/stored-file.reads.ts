import { anyOf, readable, type ReadModel, readModel, sql } from '@lokaal/shared/read';
import type { MembershipEntity } from '../membership/membership.entity.js';
import { membershipReads } from '../membership/membership.reads.js';
import { personReads } from '../person/person.reads.js';
import { StoredFileEntity } from './stored-file.entity.js';

/** What files may belong to: who sees such an object may read its files, also beside the graph. */
const owners = (): readonly ReadModel<MembershipEntity>[] => [membershipReads];

export const storedFileReads: ReadModel<StoredFileEntity> = readModel(StoredFileEntity, {
  visible: (viewer, row) => anyOf(...owners().map((owner) => readable(viewer, owner, row.attachedToId))),
  one: { uploadedBy: () => personReads.by('uploadedById') },
  computed: { path: ({ id }) => sql`'/files/' || ${id}` },
});
