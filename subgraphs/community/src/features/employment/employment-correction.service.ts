import type { Viewer } from '@lokaal/shared/auth';
import { inTransaction } from '@lokaal/shared/database';
import { badInput, DomainError, forbidden } from '@lokaal/shared/errors';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import type { OrganisationEntity } from '../organisation/organisation.entity.js';
import { EmploymentEntity } from '../person/employment.entity.js';
import type { UpdateEmploymentInput } from './employment.input.js';
import { mayStaff } from './employment.policy.js';
import { loadEmployment, refuseRoles, refuseSelf } from './load-employment.js';

interface Loaded {
  readonly employment: EmploymentEntity;
  readonly organisation: OrganisationEntity;
}

/** What was written wrong of an employment. */
export class EmploymentCorrectionService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  /** Answers with the employment's id. */
  update(viewer: Viewer, { id, expectedVersion, ...changes }: UpdateEmploymentInput): Promise<string> {
    const now = this.on.clock.now();
    return inTransaction(this.on.db, async (tx) => {
      const loaded = await loadEmployment(tx, viewer, { id, expectedVersion, now });
      if (!mayStaff(viewer, loaded.organisation.id))
        throw forbidden('Only the contact person and the ICT manager of the organisation and staff may change it.');
      await requireMovable(tx, viewer, { ...loaded, from: changes.from ?? loaded.employment.from });
      await tx.save(EmploymentEntity, Object.assign(loaded.employment, changes));
      return id;
    });
  }
}

/** An earlier first day gives rights, a later one takes them: both are as if its roles were given or taken. */
async function requireMovable(
  tx: EntityManager,
  viewer: Viewer,
  { employment, organisation, from }: Loaded & { from: string },
) {
  const { roles, personId, to } = employment;
  if (from === employment.from) return;
  refuseSelf(viewer, personId);
  refuseRoles(
    viewer,
    organisation,
    from < employment.from ? { before: [], after: roles } : { before: roles, after: [] },
  );
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
