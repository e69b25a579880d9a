import { actorOf, type Viewer } from '@lokaal/shared/auth';
import type { Clock } from '@lokaal/shared/config';
import { freeSlug, idempotent, inTransaction, lockRow, requireVersion } from '@lokaal/shared/database';
import { badInput, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { DataSource, EntityManager } from 'typeorm';
import { VendorEntity } from '../vendor/vendor.entity.js';
import { SolutionEntity } from './solution.entity.js';
import { SolutionStatus } from './solution.enums.js';
import type {
  CreateSolutionInput,
  PublishSolutionInput,
  SubmitSolutionInput,
  UpdateSolutionInput,
} from './solution.input.js';
import {
  isEditable,
  isPublic,
  isSubmittable,
  mayKeep,
  mayPublish,
  maySee,
  missingForSubmission,
} from './solution.policy.js';

interface Loaded {
  readonly solution: SolutionEntity;
  readonly vendor: VendorEntity;
}

/** The life of an entry: drafted and kept by its vendor, published by staff. Every method answers with the solution's id. */
export class SolutionService {
  constructor(private readonly db: DataSource) {}

  create(viewer: Viewer, input: CreateSolutionInput, clock: Clock): Promise<string> {
    const { idempotencyKey: key, ...fields } = input;
    return inTransaction(this.db, async (tx) => {
      const vendor = await tx.findOneBy(VendorEntity, { id: fields.vendorId });
      if (!vendor) throw notFound('Vendor', ['vendorId']);
      if (!mayKeep(viewer, vendor))
        throw forbidden('Only editors of this vendor’s company and staff may add its solutions.');
      const call = { personId: actorOf(viewer)!, key, mutation: 'createSolution', input: fields, now: clock.now() };
      return idempotent(tx, call, async () => {
        const id = newId('solution');
        // With the vendor's name in it, no number tells that another vendor has a draft of this name.
        const slug = await freeSlug(tx, `${vendor.name} ${fields.name}`, { table: 'solution', fallback: 'oplossing' });
        await tx.insert(SolutionEntity, { ...fields, id, slug, status: SolutionStatus.DRAFT });
        return id;
      });
    });
  }

  update(viewer: Viewer, { id, expectedVersion, ...changes }: UpdateSolutionInput, clock: Clock): Promise<string> {
    return inTransaction(this.db, async (tx) => {
      const { solution, vendor } = await load(tx, viewer, id);
      if (!mayKeep(viewer, vendor))
        throw forbidden('Only editors of the vendor’s company and staff may change this entry.');
      requireVersion(solution, expectedVersion);
      if (!isEditable(solution)) throw invalidState(`An entry that is ${solution.status} cannot be changed.`);
      refuseIncomplete(solution, changes);
      await tx.update(SolutionEntity, id, { ...changes, lastConfirmedAt: clock.now() });
      return id;
    });
  }

  submit(viewer: Viewer, { id, expectedVersion }: SubmitSolutionInput): Promise<string> {
    return inTransaction(this.db, async (tx) => {
      const { solution, vendor } = await load(tx, viewer, id);
      if (!mayKeep(viewer, vendor))
        throw forbidden('Only editors of the vendor’s company and staff may submit this entry.');
      requireVersion(solution, expectedVersion);
      if (!isSubmittable(solution)) throw invalidState(`An entry that is ${solution.status} cannot be submitted.`);
      const [missing] = missingForSubmission(solution);
      if (missing)
        throw badInput(`Fill in ${missing} with updateSolution first: a published entry needs it.`, [missing]);
      await tx.update(SolutionEntity, id, { status: SolutionStatus.SUBMITTED });
      return id;
    });
  }

  publish(viewer: Viewer, { id, expectedVersion }: PublishSolutionInput, clock: Clock): Promise<string> {
    return inTransaction(this.db, async (tx) => {
      const { solution } = await load(tx, viewer, id);
      if (!mayPublish(viewer)) throw forbidden('Only staff of the association may publish an entry.');
      requireVersion(solution, expectedVersion);
      if (solution.status !== SolutionStatus.SUBMITTED)
        throw invalidState('Only an entry that was submitted can be published.');
      await tx.update(SolutionEntity, id, { status: SolutionStatus.PUBLISHED, lastConfirmedAt: clock.now() });
      return id;
    });
  }
}

type Parts = Pick<SolutionEntity, 'deploymentTypes' | 'functions'>;

/** What everybody reads stays as complete as it was when staff looked at it. */
function refuseIncomplete(
  solution: SolutionEntity,
  { deploymentTypes = solution.deploymentTypes, functions = solution.functions }: Partial<Parts>,
): void {
  if (!isPublic(solution)) return;
  const before = missingForSubmission(solution);
  const missing = missingForSubmission({ deploymentTypes, functions }).find((field) => !before.includes(field));
  if (missing) throw badInput(`A published entry needs ${missing}.`, [missing]);
}

/** The entry, locked. Whoever may not see it learns nothing of it, not even its version. */
async function load(tx: EntityManager, viewer: Viewer, id: string): Promise<Loaded> {
  const solution = await lockRow(tx, SolutionEntity, id);
  const vendor = await tx.findOneByOrFail(VendorEntity, { id: solution.vendorId });
  if (!maySee(viewer, solution, vendor)) throw notFound('Solution', ['id']);
  return { solution, vendor };
}
