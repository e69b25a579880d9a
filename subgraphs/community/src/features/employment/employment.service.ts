import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction } from '@lokaal/shared/database';
import { badInput, DomainError, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationStatus } from '../organisation/organisation.enums.js';
import { EmploymentEntity } from '../person/employment.entity.js';
import { PersonEntity } from '../person/person.entity.js';
import type { ChangeEmploymentRolesInput, EndEmploymentInput, StartEmploymentInput } from './employment.input.js';
import { tellOfEmployment } from './employment-mails.js';
import { mayStaff } from './employment.policy.js';
import { loadEmployment, refuseRoles, refuseSelf } from './load-employment.js';

/** Who works where, and with which rights. Every method answers with the employment's id. */
export class EmploymentService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>) {}

  async start(viewer: Viewer, { idempotencyKey: key, ...input }: StartEmploymentInput): Promise<string> {
    const now = this.on.clock.now();
    const id = await inTransaction(this.on.db, async (tx) => {
      const { organisationId, functionTitle, roles, from } = input;
      const organisation = await activeOrganisation(tx, organisationId);
      if (!mayStaff(viewer, organisationId))
        throw forbidden('Only its contact person, its ICT manager and staff may add people.');
      // first, so that a wrong role does not tell whether there is such an account
      refuseRoles(viewer, organisation, { before: [], after: roles });
      const person = await lockPerson(tx, input.email);
      refuseSelf(viewer, person.id);
      const call = { personId: viewer.personId!, key, mutation: 'startEmployment', input, now };
      return idempotent(tx, call, async () => {
        const first = from ?? dayOf(now);
        await refuseSecond(tx, { personId: person.id, organisationId, from: first });
        const row = { id: newId('employment'), personId: person.id, organisationId, functionTitle, roles };
        await tx.insert(EmploymentEntity, { ...row, from: first, to: null });
        await tellOfEmployment(tx, { person, organisation, byId: viewer.personId!, today: dayOf(now), now });
        return row.id;
      });
    });
    this.on.mailWaits();
    return id;
  }

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
    'select id from person where lower(email) = lower($1) and (email_confirmed_at is not null or entered_at is not null) for no key update',
    [email],
  );
  if (!found) throw notFound('An account with this e-mail address', ['email']);
  return tx.findOneByOrFail(PersonEntity, { id: found.id });
}

function refuseEnded({ to }: EmploymentEntity, today: string): void {
  if (to !== null && to <= today) throw invalidState(`It ended on ${to}.`);
}

async function refuseSecond(
  tx: EntityManager,
  { personId, organisationId, from }: Pick<EmploymentEntity, 'personId' | 'organisationId' | 'from'>,
) {
  const running = await tx.query<unknown[]>(
    'select from employment where person_id = $1 and organisation_id = $2 and (to_date is null or to_date > greatest($3, from_date))',
    [personId, organisationId, from],
  );
  if (running.length > 0)
    throw new DomainError('ALREADY_EXISTS', 'The person works there already: change the roles instead.');
}
