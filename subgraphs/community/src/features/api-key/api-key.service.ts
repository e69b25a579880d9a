import type { Viewer } from '@lokaal/shared/auth';
import { inTransaction, lockRow, requireVersion } from '@lokaal/shared/database';
import { badInput, invalidState, notFound } from '@lokaal/shared/errors';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { ApiKeyEntity } from './api-key.entity.js';
import type { CreateApiKeyInput, RevokeApiKeyInput, RotateApiKeyInput } from './api-key.input.js';
import {
  endOfOverlap,
  isAllowedExpiry,
  mayRevoke,
  mostDays,
  mostKeys,
  refusalOfRotation,
  sameTerm,
  usualExpiry,
} from './api-key.policy.js';
import { lockOrganisation, type MadeKey, makeKey, refuseGiving } from './new-key.js';

/** The keys of organisations' systems. */
export class ApiKeyService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  create(viewer: Viewer, { idempotencyKey: key, ...input }: CreateApiKeyInput): Promise<MadeKey> {
    const now = this.on.clock.now();
    const { expiresAt, ...wanted } = input;
    return inTransaction(this.on.db, async (tx) => {
      const organisation = await lockOrganisation(tx, input.organisationId);
      refuseGiving(viewer, organisation, input);
      if (expiresAt && !isAllowedExpiry(expiresAt, now))
        throw badInput(`Choose a moment in the next ${mostDays} days.`, ['expiresAt']);
      return makeKey(tx, { personId: viewer.personId!, key, mutation: 'createApiKey', input, now }, async () => {
        await refuseMore(tx, organisation.id, now);
        return { ...wanted, expiresAt: expiresAt ?? usualExpiry(now) };
      });
    });
  }

  /** Another key for the same system; the one before goes on for a while, so that the system never stands still. */
  rotate(viewer: Viewer, { idempotencyKey: key, ...input }: RotateApiKeyInput): Promise<MadeKey> {
    const now = this.on.clock.now();
    const personId = viewer.personId!;
    return inTransaction(this.on.db, async (tx) => {
      const known = await tx.findOneBy(ApiKeyEntity, { id: input.id });
      if (!known || !mayRevoke(viewer, known.organisationId)) throw notFound('Api key', ['id']);
      refuseGiving(viewer, await lockOrganisation(tx, known.organisationId), known);
      return makeKey(tx, { personId, key, mutation: 'rotateApiKey', input, now }, async () => {
        const old = await lockRow(tx, ApiKeyEntity, input.id);
        requireVersion(old, input.expectedVersion);
        const refusal = refusalOfRotation(old, now);
        if (refusal) throw invalidState(refusal);
        const revokedAt = endOfOverlap(now, input.overlapHours);
        await tx.update(ApiKeyEntity, old.id, { revokedAt, revokedById: personId });
        // one overlap at a time: who replaces a key again and again has no more keys by it
        if (old.replacesId)
          await tx.update(ApiKeyEntity, { id: old.replacesId, revokedAt: MoreThan(now) }, { revokedAt: now });
        const { organisationId, name, scopes } = old;
        return { organisationId, name, scopes, replacesId: old.id, expiresAt: sameTerm(old, now) };
      });
    });
  }

  /** Holds from the next request on: each asks for the key anew. */
  revoke(viewer: Viewer, { id, expectedVersion }: RevokeApiKeyInput): Promise<string> {
    const now = this.on.clock.now();
    return inTransaction(this.on.db, async (tx) => {
      const key = await lockRow(tx, ApiKeyEntity, id);
      // who may not see it learns nothing of it, not even its version
      if (!mayRevoke(viewer, key.organisationId)) throw notFound('Api key', ['id']);
      requireVersion(key, expectedVersion);
      if (key.revokedAt && key.revokedAt <= now) throw invalidState('This key was revoked already.');
      await tx.update(ApiKeyEntity, id, { revokedAt: now, revokedById: viewer.personId! });
      return id;
    });
  }
}

async function refuseMore(tx: EntityManager, organisationId: string, now: Date): Promise<void> {
  const held = { organisationId, revokedAt: IsNull(), expiresAt: MoreThan(now) };
  if ((await tx.countBy(ApiKeyEntity, held)) >= mostKeys)
    throw invalidState(`The organisation has ${mostKeys} keys that hold: revoke one first.`);
}
