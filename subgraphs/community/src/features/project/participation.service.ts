import { isLocalAuthority, type Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockRow, refuseDuplicates } from '@lokaal/shared/database';
import { badInput, DomainError, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { type EntityManager, IsNull } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationStatus } from '../organisation/organisation.enums.js';
import { ProjectEntity, ProjectParticipationEntity } from './project.entity.js';
import type { JoinProjectInput, LeaveProjectInput } from './project.input.js';
import { isOver, mayDecideFor } from './project.policy.js';

/** Two at once, or one that overlaps: the database lets one through. */
export const refuseSecondParticipation = refuseDuplicates({
  project_participation_once: 'It takes part in this project at that time already.',
});

/** Authorities join and leave by themselves. Both methods answer with the participation's id. */
export class ParticipationService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  join(viewer: Viewer, { idempotencyKey: key, ...input }: JoinProjectInput): Promise<string> {
    if (!mayDecideFor(viewer, input.organisationId))
      throw forbidden('Only contact persons and ICT managers of the authority, and staff, may let it take part.');
    const now = this.on.clock.now();
    const call = { personId: viewer.personId!, key, mutation: 'joinProject', input, now };
    return inTransaction(this.on.db, (tx) =>
      idempotent(tx, call, () => takePart(tx, { ...input, from: dayOf(now) })),
    ).catch(refuseSecondParticipation);
  }

  /** Until today. What began today never was: then there is no participation left to answer with. */
  leave(viewer: Viewer, { id }: LeaveProjectInput): Promise<string> {
    return inTransaction(this.on.db, async (tx) => {
      const participation = await lockRow(tx, ProjectParticipationEntity, id);
      // everybody may see who takes part, so the refusal tells nothing
      if (!mayDecideFor(viewer, participation.organisationId))
        throw forbidden('Only contact persons and ICT managers of the authority, and staff, may end it.');
      if (participation.to !== null) throw invalidState('It has ended already.');
      const today = dayOf(this.on.clock.now());
      if (participation.from < today) await tx.update(ProjectParticipationEntity, id, { to: today });
      else await tx.delete(ProjectParticipationEntity, { id });
      return id;
    });
  }
}

type Joining = Omit<JoinProjectInput, 'idempotencyKey'> & { readonly from: string };

async function takePart(tx: EntityManager, { projectId, organisationId, from }: Joining): Promise<string> {
  // one at a time for a project: two calls at once find each other
  const project = await lockRow(tx, ProjectEntity, projectId);
  if (isOver(project.status)) throw invalidState(`A project that is ${project.status} takes nobody in.`);
  await requireAuthority(tx, organisationId);
  if (await tx.existsBy(ProjectParticipationEntity, { projectId, organisationId, to: IsNull() }))
    throw new DomainError('ALREADY_EXISTS', 'It takes part already.', ['organisationId']);
  const id = newId('participation');
  await tx.insert(ProjectParticipationEntity, { id, projectId, organisationId, from });
  return id;
}

async function requireAuthority(tx: EntityManager, id: string): Promise<void> {
  // locked, so that it neither merges nor is dissolved meanwhile
  const organisation = await tx.findOne(OrganisationEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });
  if (!organisation) throw notFound('Organisation', ['organisationId']);
  if (!isLocalAuthority(organisation.kind) || organisation.status !== OrganisationStatus.ACTIVE)
    throw badInput('Only a local authority of today can take part.', ['organisationId']);
}
