import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockRow, lockVersion, requireVersion } from '@lokaal/shared/database';
import { forbidden, invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { type EntityManager, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { requireThemes } from '../theme/known-themes.js';
import { FocusProjectStatus } from './focus-project.enums.js';
import { FocusProjectEntity, ThinkTankEntity, ThinkTankMemberEntity } from './think-tank.entity.js';
import type {
  ChangeFocusProjectStatusInput,
  DeleteFocusProjectInput,
  ProposeFocusProjectInput,
  UpdateFocusProjectInput,
} from './focus-project.input.js';
import { canBecome, daysAs, mayCorrect, mayKeep, requireDays } from './think-tank.policy.js';

/** What a think tank proposes: by its members, carried on by staff. Every method answers with the focus project's id. */
export class FocusProjectService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  propose(viewer: Viewer, input: ProposeFocusProjectInput): Promise<string> {
    const { idempotencyKey: key, themes, ...fields } = input;
    const now = this.on.clock.now();
    const call = { personId: viewer.personId!, key, mutation: 'proposeFocusProject', input, now };
    return inTransaction(this.on.db, async (tx) => {
      const { id: thinkTankId } = await lockRow(tx, ThinkTankEntity, fields.thinkTankId);
      if (!mayKeep(viewer) && !(await isMember(tx, { thinkTankId, personId: viewer.personId!, today: dayOf(now) })))
        throw forbidden('Only members of the think tank and staff may propose a focus project.');
      await requireThemes(tx, themes);
      return idempotent(tx, call, async () => {
        const id = newId('focusproject');
        const made = { id, themeSlugs: themes, proposedById: viewer.personId!, status: FocusProjectStatus.PROPOSED };
        await tx.insert(FocusProjectEntity, { ...fields, ...made });
        return id;
      });
    });
  }

  update(viewer: Viewer, { id, expectedVersion, themes, ...changes }: UpdateFocusProjectInput): Promise<string> {
    return this.correct(viewer, { id, expectedVersion }, async (tx, project) => {
      await requireThemes(tx, themes);
      requireDays(Object.assign(project, changes, themes && { themeSlugs: themes }));
      await tx.save(project);
    });
  }

  /** Only a proposal: what ran is part of what the think tank did. */
  delete(viewer: Viewer, seen: DeleteFocusProjectInput): Promise<string> {
    return this.correct(viewer, seen, async (tx, { status }) => {
      if (status !== FocusProjectStatus.PROPOSED)
        throw invalidState(`A focus project that is ${status} stays: take its status back first.`);
      await tx.delete(FocusProjectEntity, { id: seen.id });
    });
  }

  /** Becoming RUNNING sets the first day, becoming DONE the last one; what is taken back takes its day along. */
  changeStatus(viewer: Viewer, { id, expectedVersion, status }: ChangeFocusProjectStatusInput): Promise<string> {
    if (!mayKeep(viewer)) throw forbidden('Only staff of the association may change the status of a focus project.');
    return inTransaction(this.on.db, async (tx) => {
      const project = await lockVersion(tx, FocusProjectEntity, id, expectedVersion);
      if (!canBecome(project.status, status))
        throw invalidState(`A focus project that is ${project.status} cannot become ${status}.`);
      await tx.save(Object.assign(project, { status }, daysAs(status, project, dayOf(this.on.clock.now()))));
      return id;
    });
  }

  /** Focus projects are public, so the refusal tells nothing. */
  private correct(viewer: Viewer, { id, expectedVersion }: DeleteFocusProjectInput, work: Correction): Promise<string> {
    return inTransaction(this.on.db, async (tx) => {
      const project = await lockRow(tx, FocusProjectEntity, id);
      if (!mayCorrect(viewer, project))
        throw forbidden('Only staff, and who proposed it while it is a proposal, may change a focus project.');
      requireVersion(project, expectedVersion);
      await work(tx, project);
      return id;
    });
  }
}

type Correction = (tx: EntityManager, project: FocusProjectEntity) => Promise<void>;

interface Membership {
  readonly thinkTankId: string;
  readonly personId: string;
  readonly today: string;
}

const isMember = (tx: EntityManager, { today, ...of }: Membership): Promise<boolean> =>
  tx.existsBy(ThinkTankMemberEntity, [
    { ...of, from: LessThanOrEqual(today), to: IsNull() },
    { ...of, from: LessThanOrEqual(today), to: MoreThan(today) },
  ]);
