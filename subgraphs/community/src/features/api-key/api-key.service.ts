import { fitsScope, hashOfApiKey, newApiKey, type Viewer } from '@lokaal/shared/auth';
import { idempotent, inTransaction, lockRow, requireVersion } from '@lokaal/shared/database';
import { badInput, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationStatus } from '../organisation/organisation.enums.js';
import { ApiKeyEntity } from './api-key.entity.js';
import type { CreateApiKeyInput, RevokeApiKeyInput } from './api-key.input.js';
import {
  isAllowedExpiry,
  mayKeepKeys,
  mayRevoke,
  mostDays,
  mostKeys,
  rolesAt,
  scopesOf,
  usualExpiry,
} from './api-key.policy.js';

type Wanted = Omit<CreateApiKeyInput, 'idempotencyKey'>;

/** The keys of organisations' systems. A key itself exists nowhere but in the answer that shows it: the database has its hash. */
export class ApiKeyService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  create(viewer: Viewer, { idempotencyKey, ...input }: CreateApiKeyInput) {
    const now = this.on.clock.now();
    return inTransaction(this.on.db, async (tx) => {
      const organisation = await lockOrganisation(tx, input.organisationId);
      refuse(viewer, organisation, input);
      if (input.expiresAt && !isAllowedExpiry(input.expiresAt, now))
        throw badInput(`Choose a moment in the next ${mostDays} days.`, ['expiresAt']);
      const personId = viewer.personId!;
      const made: { secret: string | null } = { secret: null };
      const call = { personId, key: idempotencyKey, mutation: 'createApiKey', input, now };
      const apiKey = await idempotent(tx, call, async () => {
        await refuseMore(tx, organisation.id, now);
        const id = newId('apikey');
        made.secret = newApiKey(id);
        await tx.insert(ApiKeyEntity, rowOf(id, made.secret, { ...input, personId, now }));
        return id;
      });
      return { apiKey, ...made };
    });
  }

  /** Holds from the next request on: each asks for the key anew. */
  revoke(viewer: Viewer, { id, expectedVersion }: RevokeApiKeyInput): Promise<string> {
    return inTransaction(this.on.db, async (tx) => {
      const key = await lockRow(tx, ApiKeyEntity, id);
      // who may not see it learns nothing of it, not even its version
      if (!mayRevoke(viewer, key.organisationId)) throw notFound('Api key', ['id']);
      requireVersion(key, expectedVersion);
      if (key.revokedAt) throw invalidState('This key was revoked already.');
      await tx.update(ApiKeyEntity, id, { revokedAt: this.on.clock.now(), revokedById: viewer.personId! });
      return id;
    });
  }
}

/** Locked, so that several at once are counted one after the other, and it does not end meanwhile. */
async function lockOrganisation(tx: EntityManager, id: string): Promise<OrganisationEntity> {
  const lock = { mode: 'for_no_key_update' } as const;
  const organisation = await tx.findOne(OrganisationEntity, { where: { id }, lock });
  if (!organisation) throw notFound('Organisation', ['organisationId']);
  return organisation;
}

function refuse(viewer: Viewer, { id, kind, status }: OrganisationEntity, { scopes }: Wanted): void {
  if (!mayKeepKeys(viewer, id))
    throw forbidden('Only its contact person, its ICT manager and its vendor editors make keys of an organisation.');
  if (status !== OrganisationStatus.ACTIVE) throw invalidState(`An organisation that is ${status} gets no keys.`);
  const misfit = scopes.find((scope) => !fitsScope(kind, scope));
  if (misfit) throw badInput(`${misfit} is no scope for an organisation of kind ${kind}.`, ['scopes']);
  const given = scopesOf(rolesAt(viewer, id), scopes);
  const refused = scopes.filter((scope) => !given.includes(scope));
  if (refused.length > 0) throw forbidden(`These scopes are not yours to give: ${refused.join(', ')}.`);
}

async function refuseMore(tx: EntityManager, organisationId: string, now: Date): Promise<void> {
  const held = { organisationId, revokedAt: IsNull(), expiresAt: MoreThan(now) };
  if ((await tx.countBy(ApiKeyEntity, held)) >= mostKeys)
    throw invalidState(`The organisation has ${mostKeys} keys that hold: revoke one first.`);
}

interface Making extends Wanted {
  readonly personId: string;
  readonly now: Date;
}

const rowOf = (id: string, secret: string, { organisationId, name, scopes, expiresAt, personId, now }: Making) => ({
  id,
  organisationId,
  name,
  scopes,
  lastCharacters: secret.slice(-4),
  secretHash: hashOfApiKey(secret),
  createdById: personId,
  createdAt: now,
  expiresAt: expiresAt ?? usualExpiry(now),
});
