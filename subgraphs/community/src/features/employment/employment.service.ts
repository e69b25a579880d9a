import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { inTransaction } from '@lokaal/shared/database';
import { badInput, invalidState } from '@lokaal/shared/errors';
import type { SliceDependencies } from '../../slice.js';
import { EmploymentEntity } from '../person/employment.entity.js';
import type { ChangeEmploymentRolesInput, EndEmploymentInput } from './employment.input.js';
import { loadEmployment, refuseRoles, refuseSelf } from './load-employment.js';

/** Who works where, and with which rights. Every method answers with the employment's id. */
export class EmploymentService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  /** Also by the person: to give rights up needs nobody's leave. */
  end(viewer: Viewer, { id, expectedVersion, to }: EndEmploymentInput): Promise<string> {
    const now = this.on.clock.now();
    const today = dayOf(now);
    return inTransaction(this.on.db, async (tx) => {
      const { employment, organisation } = await loadEmployment(tx, viewer, { id, expectedVersion, now });
      if (employment.personId !== viewer.personId)
        refuseRoles(viewer, organisation, { before: employment.roles, after: [] });
      refuseEnded(employment, today);
      // begun by mistake, or not begun yet: what ends on its first day held on no day
      const last = to ?? (today > employment.from ? today : employment.from);
      if (last < employment.from) throw badInput(`It begins on ${employment.from}: it does not end before.`, ['to']);
      // who could move an end away would give himself more rights
      if (employment.to !== null && last > employment.to)
        throw badInput(`It ends on ${employment.to} already: it can only end earlier.`, ['to']);
      await tx.update(EmploymentEntity, id, { to: last });
      return id;
    });
  }

  changeRoles(viewer: Viewer, { id, expectedVersion, roles }: ChangeEmploymentRolesInput): Promise<string> {
    const now = this.on.clock.now();
    return inTransaction(this.on.db, async (tx) => {
      const { employment, organisation } = await loadEmployment(tx, viewer, { id, expectedVersion, now });
      refuseSelf(viewer, employment.personId);
      refuseEnded(employment, dayOf(now));
      refuseRoles(viewer, organisation, { before: employment.roles, after: roles });
      await tx.update(EmploymentEntity, id, { roles });
      return id;
    });
  }
}

function refuseEnded({ to }: EmploymentEntity, today: string): void {
  if (to !== null && to <= today) throw invalidState(`It ended on ${to}.`);
}
