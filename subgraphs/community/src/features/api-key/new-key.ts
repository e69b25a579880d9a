import { fitsScope, hashOfApiKey, newApiKey, type Viewer } from '@lokaal/shared/auth';
import { idempotent, type RepeatableCall } from '@lokaal/shared/database';
import { badInput, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationStatus } from '../organisation/organisation.enums.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { mayKeepKeys, rolesAt, scopesOf } from './api-key.policy.js';

/** What a key is, beside its secret. */
export type KeyPlan = Pick<ApiKeyEntity, 'organisationId' | 'name' | 'scopes' | 'expiresAt'> &
  Partial<Pick<ApiKeyEntity, 'replacesId'>>;

/** Locked, so that several at once are counted one after the other, and it does not end meanwhile. */
export async function lockOrganisation(tx: EntityManager, id: string): Promise<OrganisationEntity> {
  const lock = { mode: 'for_no_key_update' } as const;
  const organisation = await tx.findOne(OrganisationEntity, { where: { id }, lock });
  if (!organisation) throw notFound('Organisation', ['organisationId']);
  return organisation;
}

/** Throws a DomainError when the viewer may not give this organisation a key with these scopes. */
export function refuseGiving(
  viewer: Viewer,
  { id, kind, status }: OrganisationEntity,
  { scopes }: Pick<KeyPlan, 'scopes'>,
): void {
  if (!mayKeepKeys(viewer, id))
    throw forbidden('Only its contact person, its ICT manager and its vendor editors make keys of an organisation.');
  if (status !== OrganisationStatus.ACTIVE) throw invalidState(`An organisation that is ${status} gets no keys.`);
  const misfit = scopes.find((scope) => !fitsScope(kind, scope));
  if (misfit) throw badInput(`${misfit} is no scope for an organisation of kind ${kind}.`, ['scopes']);
  const given = scopesOf(rolesAt(viewer, id), scopes);
  const refused = scopes.filter((scope) => !given.includes(scope));
  if (refused.length > 0) throw forbidden(`These scopes are not yours to give: ${refused.join(', ')}.`);
}

export interface MadeKey {
  /** Its id. */
  readonly apiKey: string;
  /** Null when the same call made it before. */
  readonly secret: string | null;
}

/** Makes a key as `plan` says, once for each idempotencyKey. The secret exists nowhere but in the answer: the database has its hash. */
export async function makeKey(tx: EntityManager, call: RepeatableCall, plan: () => Promise<KeyPlan>): Promise<MadeKey> {
  let secret: string | null = null;
  const apiKey = await idempotent(tx, call, async () => {
    const id = newId('apikey');
    const columns = await plan();
    secret = newApiKey(id);
    await tx.insert(ApiKeyEntity, {
      id,
      ...columns,
      lastCharacters: secret.slice(-4),
      secretHash: hashOfApiKey(secret),
      createdById: call.personId,
      createdAt: call.now,
    });
    return id;
  });
  return { apiKey, secret };
}
