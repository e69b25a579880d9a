import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, lockRow, refuseDuplicates, refuseFlood } from '@lokaal/shared/database';
import { badInput, forbidden, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import { isVisible } from '@lokaal/shared/read';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { daysBack, mayStaff, reachesBack } from '../employment/employment.policy.js';
import { refuseRoles, refuseSelf } from '../employment/load-employment.js';
import { lockActiveEmployer } from '../employment/lock-employer.js';
import { requireNear } from '../../periods/period.js';
import { foldEmail } from '../identity/sign-in-origin.js';
import { PersonEntity } from '../person/person.entity.js';
import { EmploymentInvitationEntity } from './employment-invitation.entity.js';
import { EmploymentInvitationState } from './employment-invitation.enums.js';
import type { InviteEmployeeInput, WithdrawEmploymentInvitationInput } from './employment-invitation.input.js';
import { employmentInvitationReads } from './employment-invitation.reads.js';
import { tellInvited } from './invitation-mails.js';
import { requireOpen } from './open-invitation.js';
import { refuseEmployed } from './refuse-employed.js';

const hour = 3_600_000;
/** Over a weekend, a holiday, and the days after it. */
const lifetime = 14 * 24 * hour;
/** More than anybody invites by hand: who has a right to it may not flood the mailboxes of strangers. */
const invitedOften = {
  most: 60,
  within: hour,
  refusal: 'You invited sixty people within an hour: go on later.',
};

const refuseSecond = refuseDuplicates({
  employment_invitation_open: ['This address has an invitation there: withdraw that one first.', 'email'],
});

type Asked = Omit<InviteEmployeeInput, 'idempotencyKey'>;

/** Asks people to work for an organisation. Every method answers with the invitation's id. */
export class EmploymentInvitationService {
  constructor(
    private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>,
    private readonly linkTo: (invitationId: string) => string,
  ) {}

  /** The same for every address: nothing in the answer, nor before it, depends on whether it has an account. */
  async invite(viewer: Viewer, { idempotencyKey: key, ...asked }: InviteEmployeeInput): Promise<string> {
    const now = this.on.clock.now();
    const input = { ...asked, email: foldEmail(asked.email) };
    const id = await inTransaction(this.on.db, async (tx) => {
      const employer = await lockActiveEmployer(tx, input.organisationId, { now });
      if (!mayStaff(viewer, employer.id))
        throw forbidden('Only its contact person, its ICT manager and staff may invite people.');
      refuseRoles(viewer, employer, { before: [], after: input.roles });
      requireBeginning(viewer, input.from ?? dayOf(now), dayOf(now));
      const { by, invited } = await lockParties(tx, viewer.personId!, input.email);
      if (invited) refuseSelf(viewer, invited.id);
      const call = { personId: by.id, key, mutation: 'inviteEmployee', input, now };
      return idempotent(tx, call, async () => {
        const where = { invitedById: by.id };
        await refuseFlood(tx, { of: EmploymentInvitationEntity, where, when: 'createdAt', now }, invitedOften);
        await refuseEmployed(tx, { ...input, from: input.from ?? dayOf(now) });
        const invitation = await write(tx, input, { byId: by.id, now });
        await tellInvited(tx, {
          email: input.email,
          invited,
          by,
          organisation: employer,
          offer: { ...input, from: input.from ?? null },
          link: this.linkTo(invitation),
          now,
        });
        return invitation;
      });
    }).catch(refuseSecond);
    this.on.mailWaits();
    return id;
  }

  withdraw(viewer: Viewer, { id, expectedVersion }: WithdrawEmploymentInvitationInput): Promise<string> {
    const now = this.on.clock.now();
    return inTransaction(this.on.db, async (tx) => {
      const invitation = await lockRow(tx, EmploymentInvitationEntity, id);
      if (!(await isVisible(tx, employmentInvitationReads, { id, viewer, now })))
        throw notFound('Employment invitation', ['id']);
      if (!mayStaff(viewer, invitation.organisationId))
        throw forbidden('Only the contact person and the ICT manager of the organisation and staff may withdraw it.');
      requireOpen(invitation, { expectedVersion, now });
      const decision = EmploymentInvitationState.WITHDRAWN;
      await tx.update(EmploymentInvitationEntity, id, { decision, decidedAt: now });
      return id;
    });
  }
}

/** The organisation sees what the person does from the first day on: it does not reach into years elsewhere. */
function requireBeginning(viewer: Viewer, from: string, today: string): void {
  requireNear(from, today);
  if (!reachesBack(viewer, from, today))
    throw badInput(`Only staff let it begin more than ${daysBack} days back.`, ['from']);
}

interface Parties {
  readonly by: PersonEntity;
  /** Whoever has the address, confirmed or not. */
  readonly invited: PersonEntity | undefined;
}

/** Locked: invitations of one person are counted one after the other, and so are mails to one account. */
async function lockParties(tx: EntityManager, byId: string, email: string): Promise<Parties> {
  const people = await tx
    .createQueryBuilder(PersonEntity, 'person')
    .where('person.id = :byId or lower(person.email) = :email', { byId, email })
    .orderBy('person.id')
    .setLock('for_no_key_update')
    .getMany();
  const by = people.find(({ id }) => id === byId);
  if (!by) throw forbidden('You are no longer known here.');
  return { by, invited: people.find((one) => foldEmail(one.email) === email) };
}

/** An expired one makes way. */
async function write(tx: EntityManager, asked: Asked, { byId, now }: { byId: string; now: Date }): Promise<string> {
  const { organisationId, email, functionTitle, roles, from } = asked;
  await tx.query(
    `update employment_invitation set decision = 'EXPIRED', decided_at = expires_at, version = version + 1, updated_at = now()
      where organisation_id = $1 and email = $2 and decision is null and expires_at <= $3`,
    [organisationId, email, now],
  );
  const id = newId('employmentinvitation');
  const expiresAt = new Date(now.getTime() + lifetime);
  const offered = { organisationId, email, functionTitle, roles, from: from ?? null };
  await tx.insert(EmploymentInvitationEntity, { id, ...offered, invitedById: byId, createdAt: now, expiresAt });
  return id;
}
