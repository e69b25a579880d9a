import { allOf, type ReadModel, readModel } from '@lokaal/shared/read';
import { ExternalIdentityEntity } from './external-identity.entity.js';

/** One's own, and nobody else's: how somebody signs in is no business of staff. */
export const externalIdentityReads: ReadModel<ExternalIdentityEntity> = readModel(ExternalIdentityEntity, {
  visible: (viewer, row) => allOf(viewer.isSignedIn, row.personId.is(viewer.personId)),
  order: ['linkedAt'],
});
