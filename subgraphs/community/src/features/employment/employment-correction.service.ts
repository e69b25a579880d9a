import { isStaff, type Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { inTransaction } from '@lokaal/shared/database';
import { badInput, DomainError, forbidden } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { requireNear } from '../../periods/period.js';
import { EmploymentEntity } from '../person/employment.entity.js';
import type { UpdateEmploymentInput } from './employment.input.js';
import { tellOfChange } from './employment-mails.js';
import { mayStaff, type RoleChange } from './employment.policy.js';
import { tellOfFirstContact } from './first-contact.js';
import { loadEmployment, refuseRoles, refuseSelf } from './load-employment.js';
import type { LockedEmployer } from './lock-employer.js';
import { refuseManyChanges } from './refuse-many-changes.js';

/** What was written wrong of an employment. */
export class EmploymentCorrectionService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>) {}

  /** Answers with the employment's id. */
  async update(viewer: Viewer, { id, expectedVersion, ...changes }: UpdateEmploymentInput): Promise<string> {
    const now = this.on.clock.now();
    await inTransaction(this.on.db, async (tx) => {
      const { employment, employer } = await loadEmployment(tx, viewer, { id, expectedVersion, now });
      if (!mayStaff(viewer, employer.id))
        throw forbidden('Only the contact person and the ICT manager of the organisation and staff may change it.');
      const change = changeBy(employment, { from: changes.from ?? employment.from, today: dayOf(now) });
      if (change)
        await requireMovable(tx, viewer, { employment, employer, change, from: changes.from!, today: dayOf(now) });
      await refuseManyChanges(tx, viewer, { employment, now });
      await tx.save(EmploymentEntity, Object.assign(employment, changes));
      const of = { employmentId: id, personId: employment.personId, employer };
      const told = { ...of, gained: change?.after ?? [], now };
      await tellOfChange(tx, viewer, told);
      if (change) await tellOfFirstContact(tx, told, change);
    });
    this.on.mailWaits();
    return id;
  }
}

interface Beginning {
  readonly from: string;
  readonly today: string;
}

/** Who begins sooner has rights sooner, who begins later loses them: both are as if its roles were given or taken. */
function changeBy({ from: before, roles }: EmploymentEntity, { from, today }: Beginning): RoleChange | undefined {
  if (from === before) return undefined;
  if (from > before) return { before: roles, after: [] };
  return { before: [], after: before > today ? roles : [] };
}

/** Colleagues see what was done since the first day, to which the person agreed: they do not move it into the past. */
function refuseEarlier(viewer: Viewer, { from: before }: EmploymentEntity, { from, today }: Beginning): void {
  if (from < before && from < today && !isStaff(viewer))
    throw forbidden('Only staff correct a first day to an earlier one in the past.');
}

interface Moved extends Beginning {
  readonly employment: EmploymentEntity;
  readonly employer: LockedEmployer;
  readonly change: RoleChange;
}

async function requireMovable(
  tx: EntityManager,
  viewer: Viewer,
  { employment, employer, change, ...beginning }: Moved,
) {
  const { personId, to } = employment;
  const { from } = beginning;
  refuseSelf(viewer, personId);
  requireNear(from, beginning.today);
  refuseEarlier(viewer, employment, beginning);
  refuseRoles(viewer, employer, change);
  if (to !== null && from > to) throw badInput(`It ends on ${to}: it does not begin after that.`, ['from']);
  await refuseOverlap(tx, employment, from);
}

/** The person is locked, as where an employment starts: of two that would overlap, one comes first. */
async function refuseOverlap(tx: EntityManager, { id, personId, organisationId, to }: EmploymentEntity, from: string) {
  await tx.query('select from person where id = $1 for no key update', [personId]);
  const others = await tx.query<unknown[]>(
    `select from employment where person_id = $1 and organisation_id = $2 and id <> $3
      and daterange(from_date, to_date) && daterange($4::date, $5::date)`,
    [personId, organisationId, id, from, to],
  );
  if (others.length > 0)
    throw new DomainError('ALREADY_EXISTS', 'The person has another employment there in that time.', ['from']);
}
