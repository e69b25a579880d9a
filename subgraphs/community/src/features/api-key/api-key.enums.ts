import type { ApiKeyScopeName } from '@lokaal/shared/auth';
import { registerEnumType } from 'type-graphql';

export enum ApiKeyScope {
  CATALOGUE_WRITE = 'CATALOGUE_WRITE',
  PORTFOLIO_READ = 'PORTFOLIO_READ',
}
registerEnumType(ApiKeyScope, {
  name: 'ApiKeyScope',
  description: 'Bereik: what a key may be used for, beside reading what is public.',
  valuesConfig: {
    CATALOGUE_WRITE: {
      description:
        'Catalogus bijhouden, for a company: drafts, changes and submits the entries of the vendors that it manages, and reads its drafts. Given by its VENDOR_EDITORs.',
    },
    PORTFOLIO_READ: {
      description:
        'Portfolio lezen, for a local authority: reads portfolios as its employees do, its own costs included. Given by its MEMBER_CONTACTs and ICT_MANAGERs.',
    },
  },
} satisfies { valuesConfig: Record<ApiKeyScopeName, object>; name: string; description: string });

export enum ApiKeyStatus {
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  EXPIRED = 'EXPIRED',
  REVOKED = 'REVOKED',
}
registerEnumType(ApiKeyStatus, {
  name: 'ApiKeyStatus',
  description: 'Status of a key at this moment.',
  valuesConfig: {
    ACTIVE: { description: 'Actief: it can be used.' },
    SUSPENDED: {
      description:
        'Opgeschort: who made it no longer has the role at the organisation that gives its scopes. It holds again when the role is back; else a colleague makes another key.',
    },
    EXPIRED: { description: 'Verlopen: its last moment is past.' },
    REVOKED: { description: 'Ingetrokken, for good.' },
  },
});
