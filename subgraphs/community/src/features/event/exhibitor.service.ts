import type { Viewer } from '@lokaal/shared/auth';
import { invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationStatus } from '../organisation/organisation.enums.js';
import { type EventParts, type PartKind, requireFree } from './event-parts.js';
import { ExhibitorEntity } from './exhibitor.entity.js';
import type { AddExhibitorInput, RemoveExhibitorInput, UpdateExhibitorInput } from './programme.input.js';

const kind: PartKind<ExhibitorEntity> = { entity: ExhibitorEntity, what: 'Exhibitor' };

/** Companies with a stand. */
export class ExhibitorService {
  constructor(private readonly parts: EventParts) {}

  /** Answers with the exhibitor's id. */
  add(viewer: Viewer, input: AddExhibitorInput): Promise<string> {
    return this.parts.add(viewer, { mutation: 'addExhibitor', input }, async ({ tx }) => {
      const { eventId, organisationId, stand, description = null } = input;
      const id = newId('exhibitor');
      if (!(await tx.existsBy(OrganisationEntity, { id: organisationId, status: OrganisationStatus.ACTIVE })))
        throw notFound('Organisation', ['organisationId']);
      await requireFree(tx, kind, { id, eventId, organisationId });
      await requireFree(tx, kind, { id, eventId, stand });
      await tx.insert(ExhibitorEntity, { id, eventId, organisationId, stand, description });
      return id;
    });
  }

  update(viewer: Viewer, input: UpdateExhibitorInput): Promise<string> {
    return this.parts.change({ viewer, input, kind }, async ({ tx }, exhibitor) => {
      const { id, eventId } = exhibitor;
      const { stand = exhibitor.stand, description = exhibitor.description } = input;
      await requireFree(tx, kind, { id, eventId, stand });
      await tx.update(ExhibitorEntity, id, { stand, description });
      return id;
    });
  }

  /** Before the event: after it people were scanned there. Answers with the event's id. */
  remove(viewer: Viewer, input: RemoveExhibitorInput): Promise<string> {
    return this.parts.change({ viewer, input, kind }, async ({ tx, event, now }, { id, eventId }) => {
      if (event.startsAt <= now) throw invalidState('A stand is removed before the event begins.');
      await tx.delete(ExhibitorEntity, id);
      return eventId;
    });
  }
}
