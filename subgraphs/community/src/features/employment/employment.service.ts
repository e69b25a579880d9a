import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { inTransaction } from '@lokaal/shared/database';
import { badInput, invalidState } from '@lokaal/shared/errors';
import type { SliceDependencies } from '../../slice.js';
import { EmploymentEntity } from '../person/employment.entity.js';
import type { ChangeEmploymentRolesInput, EndEmploymentInput } from './employment.input.js';
import { tellOfChange } from './employment-mails.js';
import { tellOfFirstContact } from './first-contact.js';
import { loadEmployment, refuseChange } from './load-employment.js';
import { refuseRewriting } from './past-end.js';
import { refuseManyChanges } from './refuse-many-changes.js';

/** Who works where, and with which rights. Every method answers with the employment's id. */
export class EmploymentService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>) {}

  /** Also by the person: to give rights up needs nobody's leave. */
  async end(viewer: Viewer, { id, expectedVersion, to }: EndEmploymentInput): Promise<string> {
    const now = this.on.clock.now();
    const today = dayOf(now);
    await inTransaction(this.on.db, async (tx) => {
      const loaded = await loadEmployment(tx, viewer, { id, expectedVersion, now });
      const { employment, employer } = loaded;
      refuseChange(viewer, loaded, { before: employment.roles, after: [] });
      refuseEnded(employment, today);
      // begun by mistake, or not begun yet: what ends on its first day held on no day
      const last = to ?? (today > employment.from ? today : employment.from);
      if (last < employment.from) throw badInput(`It begins on ${employment.from}: it does not end before.`, ['to']);
      // who could move an end away would give himself more rights
      if (employment.to !== null && last > employment.to)
        throw badInput(`It ends on ${employment.to} already: it can only end earlier.`, ['to']);
      await refuseRewriting(tx, viewer, { employment, last, today });
      await tx.update(EmploymentEntity, id, { to: last });
      const { personId, roles } = employment;
      // who gives up the own rights need not explain it to others
      const ended = personId === viewer.personId ? [] : roles;
      const told = { employmentId: id, personId, employer, gained: [], ended, to: last, now };
      await tellOfChange(tx, viewer, told);
    });
    this.on.mailWaits();
    return id;
  }

  /** Also by the person, who only gives up. */
  async changeRoles(viewer: Viewer, { id, expectedVersion, roles }: ChangeEmploymentRolesInput): Promise<string> {
    const now = this.on.clock.now();
    await inTransaction(this.on.db, async (tx) => {
      const loaded = await loadEmployment(tx, viewer, { id, expectedVersion, now });
      const { employment, employer } = loaded;
      refuseEnded(employment, dayOf(now));
      const change = { before: employment.roles, after: roles };
      refuseChange(viewer, loaded, change);
      await refuseManyChanges(tx, viewer, { employment, now });
      await tx.update(EmploymentEntity, id, { roles });
      const gained = roles.filter((role) => !employment.roles.includes(role));
      const told = { employmentId: id, personId: employment.personId, employer, gained, now };
      await tellOfChange(tx, viewer, told);
      await tellOfFirstContact(tx, told, change);
    });
    this.on.mailWaits();
    return id;
  }
}

function refuseEnded({ to }: EmploymentEntity, today: string): void {
  if (to !== null && to <= today) throw invalidState(`It ended on ${to}.`);
}
