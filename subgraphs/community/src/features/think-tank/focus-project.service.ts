import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockRow, lockVersion } from '@lokaal/shared/database';
import { forbidden, invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { type EntityManager, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { requireThemes } from '../theme/known-themes.js';
import { FocusProjectStatus } from './focus-project.enums.js';
import { FocusProjectEntity, ThinkTankEntity, ThinkTankMemberEntity } from './think-tank.entity.js';
import type { ChangeFocusProjectStatusInput, ProposeFocusProjectInput } from './think-tank.input.js';

const next: Readonly<Record<FocusProjectStatus, FocusProjectStatus | undefined>> = {
  PROPOSED: FocusProjectStatus.RUNNING,
  RUNNING: FocusProjectStatus.DONE,
  DONE: undefined,
};

/** What a think tank proposes: by its members, carried on by staff. Both methods answer with the focus project's id. */
export class FocusProjectService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  propose(viewer: Viewer, input: ProposeFocusProjectInput): Promise<string> {
    const { idempotencyKey: key, themes, ...fields } = input;
    const now = this.on.clock.now();
    const call = { personId: viewer.personId!, key, mutation: 'proposeFocusProject', input, now };
    return inTransaction(this.on.db, async (tx) => {
      const { id: thinkTankId } = await lockRow(tx, ThinkTankEntity, fields.thinkTankId);
      if (!isStaff(viewer) && !(await isMember(tx, { thinkTankId, personId: viewer.personId!, today: dayOf(now) })))
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

  /** Becoming RUNNING sets the first day, becoming DONE the last one. */
  changeStatus(viewer: Viewer, { id, expectedVersion, status }: ChangeFocusProjectStatusInput): Promise<string> {
    if (!isStaff(viewer)) throw forbidden('Only staff of the association may change the status of a focus project.');
    return inTransaction(this.on.db, async (tx) => {
      const project = await lockVersion(tx, FocusProjectEntity, id, expectedVersion);
      if (next[project.status] !== status)
        throw invalidState(`A focus project that is ${project.status} cannot become ${status}.`);
      const today = dayOf(this.on.clock.now());
      const dates = status === FocusProjectStatus.DONE ? { endedOn: today } : { startedOn: today };
      await tx.save(Object.assign(project, { status }, dates));
      return id;
    });
  }
}

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
