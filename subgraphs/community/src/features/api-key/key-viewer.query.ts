import { timingSafeEqual } from 'node:crypto';
import type { Pool } from 'pg';
import { anonymous, type IdentityProvider, type Viewer, type ViewerApiKey } from '@lokaal/shared/auth';
import type { Clock } from '@lokaal/shared/config';
import { circlePeers } from '../identity/viewer.query.js';
import type { ApiKeyScope } from './api-key.enums.js';
import { scopesOf } from './api-key.policy.js';

// As with people: one statement, prepared once per connection, and nothing cached, so that a key that is revoked is nobody
// with the next request. The roles are those of who made it, today: when they go, the key goes.
const keyAndRoles = `
  with today as (select ($2::timestamptz at time zone 'Europe/Brussels')::date as day),
  held as (select * from api_key where id = $1 and (revoked_at is null or revoked_at > $2) and expires_at > $2),
  acting as (
    select held.organisation_id, organisation.kind, organisation.predecessor_ids
    from held join organisation on organisation.id = held.organisation_id and organisation.status = 'ACTIVE'
  ),
  ${circlePeers}
  select held.secret_hash as "secretHash", held.scopes,
    coalesce(held.last_used_at > $2::timestamptz - interval '1 minute', false) as "justUsed",
    array(select unnest(employment.roles) from employment, today
      where employment.person_id = held.created_by_id and employment.organisation_id = held.organisation_id
        and employment.from_date <= day and (employment.to_date is null or employment.to_date > day)) as roles,
    json_build_object('organisationId', acting.organisation_id, 'organisationKind', acting.kind,
      'predecessorIds', acting.predecessor_ids) as organisation,
    coalesce((select json_agg(organisation_id order by organisation_id) from peers), '[]') as "circlePeerIds"
  from held join acting on acting.organisation_id = held.organisation_id`;

interface Found extends Pick<ViewerApiKey, 'organisation' | 'circlePeerIds'> {
  readonly secretHash: string;
  readonly scopes: ApiKeyScope[];
  readonly roles: string[];
  readonly justUsed: boolean;
}

/** The system that has a key, with what it may do today; undefined for a key that is unknown, expired, revoked or suspended. */
export const createViewerOfKey =
  (pool: Pool, clock: Clock): IdentityProvider['viewerOfKey'] =>
  async ({ keyId, secretHash }) => {
    const now = clock.now().toISOString();
    const { rows } = await pool.query<Found>({ name: 'viewer-of-key', text: keyAndRoles, values: [keyId, now] });
    const [found] = rows;
    if (!found || !isSame(found.secretHash, secretHash)) return undefined;
    const scopes = scopesOf(found.roles, found.scopes);
    if (scopes.length === 0) return undefined;
    if (!found.justUsed) await pool.query(use, [keyId, now]);
    return viewerOf({ id: keyId, scopes, organisation: found.organisation, circlePeerIds: found.circlePeerIds });
  };

/** Once a minute, not at each request. Of several at once the first one writes. */
const use = `update api_key set last_used_at = $2
  where id = $1 and coalesce(last_used_at <= $2::timestamptz - interval '1 minute', true)`;

const viewerOf = (apiKey: ViewerApiKey): Viewer => ({ ...anonymous, apiKey });

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
