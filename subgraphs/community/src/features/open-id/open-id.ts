import type { IssuedTokenReader } from '@lokaal/shared/auth';
import type { OpenIdIssuer } from '@lokaal/shared/config';
import type { Logger } from '@lokaal/shared/logging';
import type { Pool } from 'pg';
import { deriveKey } from '../identity/secret-token.js';
import { createViewerOfPerson } from '../identity/viewer.query.js';
import { IssuerClient } from './issuer-client.js';
import { createIssuedTokenReader } from './issued-viewer.js';
import { type OpenIdDependencies, OpenIdService } from './open-id.service.js';

/** Signing in by issuers elsewhere. */
export interface OpenId {
  readonly offered: readonly Pick<OpenIdIssuer, 'name' | 'label' | 'issuer' | 'redirectUris'>[];
  readonly service: OpenIdService;
  readonly viewerOfIssued: IssuedTokenReader;
}

interface Configured extends Omit<OpenIdDependencies, 'issuers' | 'flowKey'> {
  readonly keySecret: string;
  readonly openIdIssuers?: readonly OpenIdIssuer[];
  readonly pool: Pool;
  readonly logger: Logger;
}

export function createOpenId({ openIdIssuers: configured = [], keySecret, pool, logger, ...on }: Configured): OpenId {
  const { clock } = on;
  const onFailure = (issuer: string, cause: unknown): void =>
    logger.warn({ issuer, reason: reasonOf(cause) }, 'An OpenID Connect issuer does not answer as it should.');
  const clients = configured.map((config) => new IssuerClient(config, { clock, onFailure }));
  const viewerOfPerson = createViewerOfPerson(pool, clock);
  return {
    offered: configured.map(({ name, label, issuer, redirectUris }) => ({ name, label, issuer, redirectUris })),
    service: new OpenIdService({
      ...on,
      flowKey: deriveKey(keySecret, 'OpenID Connect'),
      issuers: new Map(clients.map((client) => [client.config.name, client])),
    }),
    viewerOfIssued: createIssuedTokenReader({ clients, pool, viewerOfPerson }),
  };
}

/** Name and sentence of an error and of what caused it: requests, which hold secrets, are in neither. */
const reasonOf = (cause: unknown): string =>
  cause instanceof Error
    ? `${cause.name}: ${cause.message}${cause.cause ? ` (${reasonOf(cause.cause)})` : ''}`
    : 'unknown';
