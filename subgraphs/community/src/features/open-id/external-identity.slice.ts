import type { Slice } from '../../slice.js';
import { ExternalIdentityEntity } from './external-identity.entity.js';
import { externalIdentityReads } from './external-identity.reads.js';
import { OpenIdFlowEntity } from './open-id-flow.entity.js';

/** What is kept of signing in elsewhere; the mutations are put together with the other ways to sign in. */
export const externalIdentitySlice: Slice = {
  entities: [ExternalIdentityEntity, OpenIdFlowEntity],
  models: [externalIdentityReads],
  resolvers: () => [],
  personalData: [
    {
      table: 'external_identity',
      of: 'person_id = $1',
      shown: ['issuer', 'subject', 'linked_at', 'last_sign_in_at'],
      erasure: 'delete',
    },
    { table: 'open_id_flow', of: 'person_id = $1', shown: ['issuer', 'created_at', 'expires_at'], erasure: 'delete' },
  ],
};
