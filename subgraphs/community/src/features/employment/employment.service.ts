import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockRow, requireVersion } from '@lokaal/shared/database';
import { badInput, DomainError, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { visibleRow } from '@lokaal/shared/read';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationStatus } from '../organisation/organisation.enums.js';
import { EmploymentEntity } from '../person/employment.entity.js';
import { employmentReads } from '../person/employment.reads.js';
import { PersonEntity } from '../person/person.entity.js';
import type { ChangeEmploymentRolesInput, EndEmploymentInput, StartEmploymentInput } from './employment.input.js';
import { fitsKind, mayStaff, refusedRoles } from './employment.policy.js';

type Roles = EmploymentEntity['roles'];

/** Who works where, and with which rights. Every method answers with the employment's id. */
export class EmploymentService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  start(viewer: Viewer, { idempotencyKey: key, ...input }: StartEmploymentInput): Promise<string> {
    const now = this.on.clock.now();
    return inTransaction(this.on.db, async (tx) => {
      const { organisationId, functionTitle, roles, from } = input;
      const organisation = await activeOrganisation(tx, organisationId);
      if (!mayStaff(viewer, organisationId))
        throw forbidden('Only its contact person, its ICT manager and staff may add people.');
      const person = await lockPerson(tx, input.email);
      refuseSelf(viewer, person.id);
      refuseRoles(viewer, organisation, { before: [], after: roles });
      const call = { personId: viewer.personId!, key, mutation: 'startEmployment', input, now };
      return idempotent(tx, call, async () => {
        const first = from ?? dayOf(now);
        await refuseSecond(tx, { personId: person.id, organisationId, from: first });
        const id = newId('employment');
        await tx.insert(EmploymentEntity, {
          id,
          personId: person.id,
          organisationId,
          functionTitle,
          roles,
          from: first,
          to: null,
        });
        return id;
      });
    });
  }

  /** Also by the person: to give rights up needs nobody's leave. */
  end(viewer: Viewer, { id, expectedVersion, to }: EndEmploymentInput): Promise<string> {
    const today = dayOf(this.on.clock.now());
    const last = to ?? today;
    return inTransaction(this.on.db, async (tx) => {
      const { employment, organisation } = await this.load(tx, viewer, { id, expectedVersion });
      if (employment.personId !== viewer.personId)
        refuseRoles(viewer, organisation, { before: employment.roles, after: [] });
      refuseEnded(employment, today);
      if (last <= employment.from)
        throw badInput(`It began on ${employment.from}: it ends after that, or take its roles away.`, ['to']);
      // who could move an end away would give himself more rights
      if (employment.to !== null && last > employment.to)
        throw badInput(`It ends on ${employment.to} already: it can only end earlier.`, ['to']);
      await tx.update(EmploymentEntity, id, { to: last });
      return id;
    });
  }

  changeRoles(viewer: Viewer, { id, expectedVersion, roles }: ChangeEmploymentRolesInput): Promise<string> {
    return inTransaction(this.on.db, async (tx) => {
      const { employment, organisation } = await this.load(tx, viewer, { id, expectedVersion });
      refuseSelf(viewer, employment.personId);
      refuseEnded(employment, dayOf(this.on.clock.now()));
      refuseRoles(viewer, organisation, { before: employment.roles, after: roles });
      await tx.update(EmploymentEntity, id, { roles });
      return id;
    });
  }

  /** The employment, locked. Whoever may not see it learns nothing of it, not even its version. */
  private async load(tx: EntityManager, viewer: Viewer, { id, expectedVersion }: Omit<EndEmploymentInput, 'to'>) {
    const employment = await lockRow(tx, EmploymentEntity, id);
    const { text, values } = visibleRow(employmentReads, { id, viewer, now: this.on.clock.now() });
    if ((await tx.query<unknown[]>(text, values)).length === 0) throw notFound('Employment', ['id']);
    const { organisationId, personId } = employment;
    if (!mayStaff(viewer, organisationId) && personId !== viewer.personId)
      throw forbidden('Only the contact person and the ICT manager of the organisation and staff may change it.');
    requireVersion(employment, expectedVersion);
    return { employment, organisation: await tx.findOneByOrFail(OrganisationEntity, { id: organisationId }) };
  }
}

/** Locked, so that it neither merges nor is dissolved meanwhile. */
async function activeOrganisation(tx: EntityManager, id: string): Promise<OrganisationEntity> {
  const lock = { mode: 'pessimistic_read' } as const;
  const organisation = await tx.findOne(OrganisationEntity, { where: { id }, lock });
  if (!organisation) throw notFound('Organisation', ['organisationId']);
  if (organisation.status !== OrganisationStatus.ACTIVE)
    throw invalidState(`Nobody starts at an organisation that is ${organisation.status}.`);
  return organisation;
}

/** Locked, so that two employments of one person are not started at once. */
async function lockPerson(tx: EntityManager, email: string): Promise<PersonEntity> {
  const [found] = await tx.query<{ id: string }[]>(
    'select id from person where lower(email) = lower($1) and email_confirmed_at is not null for no key update',
    [email],
  );
  if (!found) throw notFound('An account with this e-mail address', ['email']);
  return tx.findOneByOrFail(PersonEntity, { id: found.id });
}

function refuseSelf(viewer: Viewer, personId: string): void {
  if (viewer.personId === personId) throw forbidden('Nobody gives himself rights: ask a colleague or staff.');
}

function refuseRoles(viewer: Viewer, { id, kind }: OrganisationEntity, change: { before: Roles; after: Roles }): void {
  const misfit = change.after.find((role) => !fitsKind(role, kind));
  if (misfit) throw badInput(`${misfit} is no role at an organisation of kind ${kind}.`, ['roles']);
  const refused = refusedRoles(viewer, id, change);
  if (refused.length > 0) throw forbidden(`These roles are not yours to give or to take: ${refused.join(', ')}.`);
}

function refuseEnded({ to }: EmploymentEntity, today: string): void {
  if (to !== null && to <= today) throw invalidState(`It ended on ${to}.`);
}

async function refuseSecond(
  tx: EntityManager,
  { personId, organisationId, from }: Pick<EmploymentEntity, 'personId' | 'organisationId' | 'from'>,
) {
  const running = await tx.query<unknown[]>(
    'select from employment where person_id = $1 and organisation_id = $2 and (to_date is null or to_date > $3)',
    [personId, organisationId, from],
  );
  if (running.length > 0)
    throw new DomainError('ALREADY_EXISTS', 'The person works there already: change the roles instead.');
}
