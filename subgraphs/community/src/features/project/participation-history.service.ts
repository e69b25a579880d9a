import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockVersion } from '@lokaal/shared/database';
import { badInput, forbidden, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import { corrected, orderly, type Period, requireNear, requireWithin } from '../../periods/period.js';
import type { SliceDependencies } from '../../slice.js';
import { isLocalAuthority } from '../organisation/local-authority.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import type {
  RecordProjectParticipationInput,
  RemoveProjectParticipationInput,
  UpdateProjectParticipationInput,
} from './participation-history.input.js';
import { refuseSecondParticipation } from './participation.service.js';
import { ProjectEntity, ProjectParticipationEntity } from './project.entity.js';
import { mayKeep } from './project.policy.js';

/** Who took part when, as staff write it down afterwards. Every method answers with the participation's id. */
export class ParticipationHistoryService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  record(viewer: Viewer, { idempotencyKey: key, ...input }: RecordProjectParticipationInput): Promise<string> {
    const now = this.on.clock.now();
    const call = { personId: viewer.personId!, key, mutation: 'recordProjectParticipation', input, now };
    return this.change(viewer, (tx) =>
      idempotent(tx, call, async () => {
        requireNear(input.from, dayOf(now));
        const took = { ...input, ...orderly({ from: input.from, to: input.to ?? null }) };
        await requirePossible(tx, took);
        const id = newId('participation');
        await tx.insert(ProjectParticipationEntity, { id, ...took });
        return id;
      }),
    );
  }

  update(viewer: Viewer, { id, expectedVersion, ...asked }: UpdateProjectParticipationInput): Promise<string> {
    return this.change(viewer, async (tx) => {
      const participation = await lockVersion(tx, ProjectParticipationEntity, id, expectedVersion);
      Object.assign(participation, corrected(participation, asked, dayOf(this.on.clock.now())));
      await requirePossible(tx, participation);
      await tx.save(participation);
      return id;
    });
  }

  remove(viewer: Viewer, { id, expectedVersion }: RemoveProjectParticipationInput): Promise<string> {
    return this.change(viewer, async (tx) => {
      await lockVersion(tx, ProjectParticipationEntity, id, expectedVersion);
      await tx.delete(ProjectParticipationEntity, { id });
      return id;
    });
  }

  /** Others are refused before anything is looked up. */
  private change(viewer: Viewer, work: (tx: EntityManager) => Promise<string>): Promise<string> {
    if (!mayKeep(viewer)) throw forbidden('Only staff of the association may write down who took part when.');
    return inTransaction(this.on.db, work).catch(refuseSecondParticipation);
  }
}

type Took = Period & Pick<ProjectParticipationEntity, 'projectId' | 'organisationId'>;

/** Whoever takes part until the end of a project has no end of its own; an authority that ended has one. */
async function requirePossible(tx: EntityManager, { projectId, organisationId, ...period }: Took): Promise<void> {
  // one at a time for a project, as those that join: periods written at once would wait for each other
  const project = await tx.findOne(ProjectEntity, { where: { id: projectId }, lock: { mode: 'pessimistic_write' } });
  if (!project) throw notFound('Project', ['projectId']);
  requireWithin({ ...period, to: period.to ?? project.endedOn }, { name: project.name, to: project.endedOn });
  const lock = { mode: 'pessimistic_read' } as const;
  const authority = await tx.findOne(OrganisationEntity, { where: { id: organisationId }, lock });
  if (!authority) throw notFound('Organisation', ['organisationId']);
  if (!isLocalAuthority(authority.kind)) throw badInput('Only local authorities take part.', ['organisationId']);
  requireWithin(period, { name: authority.legalName, to: authority.endedOn });
}
