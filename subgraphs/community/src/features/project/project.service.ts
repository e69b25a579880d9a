import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockRow, lockVersion, refuseDuplicates } from '@lokaal/shared/database';
import { DomainError, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { requireThemes } from '../theme/known-themes.js';
import { ProjectEntity, ProjectParticipationEntity, ProjectPartnerEntity } from './project.entity.js';
import { ProjectStatus } from './project.enums.js';
import type {
  AddProjectPartnerInput,
  ChangeProjectStatusInput,
  CreateProjectInput,
  DeleteProjectInput,
  RemoveProjectPartnerInput,
  UpdateProjectInput,
} from './project.input.js';
import { canBecome, daysAs, mayKeep, requireDays } from './project.policy.js';

const refuseSecond = refuseDuplicates({
  project_slug_key: ['There is a project with this slug; choose another.', 'slug'],
});

/** Projects and their partners, kept by staff. Every method answers with the project's id. */
export class ProjectService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  create(viewer: Viewer, input: CreateProjectInput): Promise<string> {
    refuseOthers(viewer);
    const { idempotencyKey: key, themes, ...fields } = input;
    const call = { personId: viewer.personId!, key, mutation: 'createProject', input, now: this.on.clock.now() };
    return inTransaction(this.on.db, async (tx) => {
      await requireThemes(tx, themes);
      return idempotent(tx, call, async () => {
        const id = newId('project');
        await tx.insert(ProjectEntity, { ...fields, id, themeSlugs: themes, status: ProjectStatus.PLANNED });
        return id;
      });
    }).catch(refuseSecond);
  }

  update(viewer: Viewer, { id, expectedVersion, themes, ...changes }: UpdateProjectInput): Promise<string> {
    refuseOthers(viewer);
    return inTransaction(this.on.db, async (tx) => {
      const project = await lockVersion(tx, ProjectEntity, id, expectedVersion);
      await requireThemes(tx, themes);
      requireDays(Object.assign(project, changes, themes && { themeSlugs: themes }));
      await tx.save(project);
      return id;
    });
  }

  /** Becoming RUNNING sets the first day, becoming DONE or STOPPED the last one; what is taken back takes its day along. */
  changeStatus(viewer: Viewer, { id, expectedVersion, status }: ChangeProjectStatusInput): Promise<string> {
    refuseOthers(viewer);
    return inTransaction(this.on.db, async (tx) => {
      const project = await lockVersion(tx, ProjectEntity, id, expectedVersion);
      if (!canBecome(project.status, status))
        throw invalidState(`A project that is ${project.status} cannot become ${status}.`);
      await tx.save(Object.assign(project, { status }, daysAs(status, project, dayOf(this.on.clock.now()))));
      return id;
    });
  }

  /** What was entered wrongly, with its partners; who takes or took part keeps it. */
  delete(viewer: Viewer, { id, expectedVersion }: DeleteProjectInput): Promise<string> {
    refuseOthers(viewer);
    return inTransaction(this.on.db, async (tx) => {
      await lockVersion(tx, ProjectEntity, id, expectedVersion);
      if (await tx.existsBy(ProjectParticipationEntity, { projectId: id }))
        throw invalidState('Authorities take or took part in it: change its status instead.');
      await tx.delete(ProjectEntity, { id });
      return id;
    });
  }

  addPartner(viewer: Viewer, { idempotencyKey: key, ...input }: AddProjectPartnerInput): Promise<string> {
    refuseOthers(viewer);
    const call = { personId: viewer.personId!, key, mutation: 'addProjectPartner', input, now: this.on.clock.now() };
    return inTransaction(this.on.db, (tx) => idempotent(tx, call, () => insertPartner(tx, input)));
  }

  removePartner(viewer: Viewer, { id }: RemoveProjectPartnerInput): Promise<string> {
    refuseOthers(viewer);
    return inTransaction(this.on.db, async (tx) => {
      const { projectId } = await lockRow(tx, ProjectPartnerEntity, id);
      await tx.delete(ProjectPartnerEntity, { id });
      return projectId;
    });
  }
}

async function insertPartner(tx: EntityManager, { ...partner }: AddProjectPartnerInput): Promise<string> {
  const { projectId, name, organisationId } = partner;
  await lockRow(tx, ProjectEntity, projectId);
  if (organisationId && !(await tx.existsBy(OrganisationEntity, { id: organisationId })))
    throw notFound('Organisation', ['organisationId']);
  if (await tx.existsBy(ProjectPartnerEntity, { projectId, name }))
    throw new DomainError('ALREADY_EXISTS', 'It is a partner already.', ['name']);
  await tx.insert(ProjectPartnerEntity, { ...partner, id: newId('projectpartner') });
  return projectId;
}

/** Before anything is looked up. */
function refuseOthers(viewer: Viewer): void {
  if (!mayKeep(viewer)) throw forbidden('Only staff of the association may keep projects.');
}
