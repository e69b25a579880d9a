import { anonymous, type Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { inTransaction } from '@lokaal/shared/database';
import { invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { tellOfEmployment } from '../employment/employment-mails.js';
import { type Employer, mayGive } from '../employment/employment.policy.js';
import { tellOfFirstContact } from '../employment/first-contact.js';
import { refuseSelf } from '../employment/load-employment.js';
import { lockActiveEmployer } from '../employment/lock-employer.js';
import { viewerOfPerson } from '../identity/viewer.query.js';
import { EmploymentEntity } from '../person/employment.entity.js';
import { EmploymentInvitationEntity } from './employment-invitation.entity.js';
import { EmploymentInvitationState } from './employment-invitation.enums.js';
import type {
  AcceptEmploymentInvitationInput,
  DeclineEmploymentInvitationInput,
} from './employment-invitation.input.js';
import { requireOpen } from './open-invitation.js';
import { refuseEmployed } from './refuse-employed.js';

/** The answer of who is invited, and of nobody else. Every method answers with the invitation's id. */
export class EmploymentAcceptanceService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>) {}

  async accept(viewer: Viewer, { id, expectedVersion }: AcceptEmploymentInvitationInput): Promise<string> {
    const now = this.on.clock.now();
    await inTransaction(this.on.db, async (tx) => {
      // the organisation before people, as where somebody is invited
      const organisationId = await findOwn(tx, own, [id, viewer.personId]);
      const employer = await lockActiveEmployer(tx, organisationId, { now });
      const invitation = await lockOwn(tx, viewer, id);
      requireOpen(invitation, { expectedVersion, now });
      await refuseUnlessGiven(tx, viewer, { invitation, employer, now });
      const employmentId = await begin(tx, viewer.personId!, { invitation, now });
      const decision = EmploymentInvitationState.ACCEPTED;
      await tx.update(EmploymentInvitationEntity, id, { decision, decidedAt: now, employmentId });
      const people = { personId: viewer.personId!, byId: invitation.invitedById! };
      const begun = { ...people, employer, gained: invitation.roles, now };
      await tellOfEmployment(tx, begun);
      await tellOfFirstContact(tx, begun, { before: [], after: invitation.roles });
    });
    this.on.mailWaits();
    return id;
  }

  decline(viewer: Viewer, { id, expectedVersion }: DeclineEmploymentInvitationInput): Promise<string> {
    const now = this.on.clock.now();
    return inTransaction(this.on.db, async (tx) => {
      requireOpen(await lockOwn(tx, viewer, id), { expectedVersion, now });
      const decision = EmploymentInvitationState.DECLINED;
      await tx.update(EmploymentInvitationEntity, id, { decision, decidedAt: now });
      return id;
    });
  }
}

/** To the confirmed address of the viewer; for everybody else there is none. */
const own = `select invitation.organisation_id as "organisationId" from employment_invitation invitation
  join person on lower(person.email) = invitation.email
  where invitation.id = $1 and person.id = $2 and person.email_confirmed_at is not null`;

async function findOwn(tx: EntityManager, statement: string, values: readonly unknown[]): Promise<string> {
  const [found] = await tx.query<{ organisationId: string }[]>(statement, [...values]);
  if (!found) throw notFound('Employment invitation', ['id']);
  return found.organisationId;
}

/** With the person, whose address stays the invited one, and who does not begin twice at once. */
async function lockOwn(tx: EntityManager, { personId }: Viewer, id: string): Promise<EmploymentInvitationEntity> {
  await findOwn(tx, `${own} for no key update`, [id, personId]);
  return tx.findOneByOrFail(EmploymentInvitationEntity, { id });
}

interface Answered {
  readonly invitation: EmploymentInvitationEntity;
  readonly now: Date;
}

/** Rights come from who has them to give on the day that they are taken up, and never from oneself at another address. */
async function refuseUnlessGiven(
  tx: EntityManager,
  viewer: Viewer,
  { invitation: { invitedById, roles }, employer, now }: Answered & { readonly employer: Employer },
): Promise<void> {
  if (invitedById !== null) refuseSelf(viewer, invitedById);
  const inviter = invitedById === null ? undefined : await viewerOfPerson(tx, invitedById, now);
  if (!mayGive(inviter ?? anonymous, employer, roles))
    throw invalidState('Who invited you may no longer do so: ask for a new invitation.');
}

async function begin(tx: EntityManager, personId: string, { invitation, now }: Answered): Promise<string> {
  const { organisationId, email, functionTitle, roles } = invitation;
  const from = invitation.from ?? dayOf(now);
  await refuseEmployed(tx, { organisationId, email, from });
  const id = newId('employment');
  await tx.insert(EmploymentEntity, { id, personId, organisationId, functionTitle, roles, from, to: null });
  return id;
}
