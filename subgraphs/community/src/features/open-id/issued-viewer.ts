import { issuerOf, type IssuedTokenReader, type Viewer } from '@lokaal/shared/auth';
import { DomainError } from '@lokaal/shared/errors';
import type { Pool } from 'pg';
import type { IssuerClient } from './issuer-client.js';

interface IssuedViewerDependencies {
  readonly clients: readonly IssuerClient[];
  readonly pool: Pool;
  readonly viewerOfPerson: (personId: string) => Promise<Viewer | undefined>;
}

const personOf = `select person_id as "personId" from external_identity join person on person.id = person_id
  where issuer = $1 and subject = $2 and email_confirmed_at is not null`;

/** Longer than access tokens are; what is longer is not looked at. */
const longestToken = 8_192;

/**
 * Who an access token of a configured issuer is of, here and today: the person who linked that account. Nothing in the token
 * says where keys are fetched: its issuer is only compared with those that are configured.
 */
export function createIssuedTokenReader({
  clients,
  pool,
  viewerOfPerson,
}: IssuedViewerDependencies): IssuedTokenReader {
  return async (token) => {
    const issuer = token.length <= longestToken ? issuerOf(token) : undefined;
    const client = clients.find(({ config }) => config.issuer === issuer);
    if (!client) return { viewer: undefined };
    try {
      const claims = await client.verifyAccessToken(token);
      if (!claims) return { viewer: undefined };
      const { rows } = await pool.query<{ personId: string }>(personOf, [issuer, claims.sub]);
      return { viewer: rows[0] && (await viewerOfPerson(rows[0].personId)) };
    } catch (error) {
      if (error instanceof DomainError && error.code === 'ISSUER_UNAVAILABLE') return { unavailable: true };
      throw error;
    }
  };
}
