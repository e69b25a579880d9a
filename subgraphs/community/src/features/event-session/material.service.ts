import type { Viewer } from '@lokaal/shared/auth';
import { idempotent, requireVersion } from '@lokaal/shared/database';
import { DomainError, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { isVisible } from '@lokaal/shared/read';
import type { KnownSessions } from './known-sessions.js';
import type { AddMaterialInput, RemoveMaterialInput } from './session-parts.input.js';
import { sessionMaterialReads } from './session-parts.reads.js';
import { SessionMaterialEntity } from './session-material.entity.js';

/** Slides and recordings. */
export class MaterialService {
  constructor(private readonly sessions: KnownSessions) {}

  /** Answers with the material's id. */
  add(viewer: Viewer, { idempotencyKey: key, ...input }: AddMaterialInput): Promise<string> {
    const named = { id: input.sessionId, what: 'Session', field: 'sessionId' };
    return this.sessions.change(viewer, named, ({ tx, now }) =>
      idempotent(tx, { personId: viewer.personId!, key, mutation: 'addMaterial', input, now }, async () => {
        const { sessionId, url } = input;
        if (await tx.existsBy(SessionMaterialEntity, { sessionId, url }))
          throw new DomainError('ALREADY_EXISTS', 'This session has material at this address.', ['url']);
        const id = newId('material');
        await tx.insert(SessionMaterialEntity, { ...input, id });
        return id;
      }),
    );
  }

  /** Answers with the session's id. */
  async remove(viewer: Viewer, { id, expectedVersion }: RemoveMaterialInput): Promise<string> {
    const known = await this.sessions.manager.findOneBy(SessionMaterialEntity, { id });
    const asked = { id, viewer, now: this.sessions.now };
    const isHidden = !(await isVisible(this.sessions.manager, sessionMaterialReads, asked));
    const named = { id: known?.sessionId, what: 'Material', field: 'id', isHidden };
    return this.sessions.change(viewer, named, async ({ tx }) => {
      const material = await tx.findOneBy(SessionMaterialEntity, { id });
      if (!material) throw notFound('Material', ['id']);
      requireVersion(material, expectedVersion);
      await tx.delete(SessionMaterialEntity, id);
      return material.sessionId;
    });
  }
}
