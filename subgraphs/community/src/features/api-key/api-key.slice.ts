import type { Slice } from '../../slice.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { apiKeyReads } from './api-key.reads.js';
import { ApiKeyResolver } from './api-key.resolver.js';
import { keyExpiryJob } from './key-expiry.js';
import { ApiKeyService } from './api-key.service.js';

export const apiKeySlice: Slice = {
  entities: [ApiKeyEntity],
  models: [apiKeyReads],
  resolvers: (on) => [new ApiKeyResolver(new ApiKeyService(on))],
  jobs: (on) => [keyExpiryJob(on)],
  personalData: [
    {
      table: 'api_key',
      of: 'created_by_id = $1',
      shown: ['name', 'organisation_id', 'scopes', 'created_at', 'expires_at', 'last_used_at', 'revoked_at'],
      // a key for which nobody answers is suspended: erasure ends its use at once
      erasure: { set: 'created_by_id = null' },
    },
    {
      table: 'api_key',
      of: 'revoked_by_id = $1',
      shown: ['organisation_id', 'revoked_at'],
      erasure: { set: 'revoked_by_id = null' },
    },
  ],
};
