import type { Viewer } from '@lokaal/shared/auth';
import { dayOf } from '@lokaal/shared/config';
import { idempotent, inTransaction, refuseDuplicates, requireVersion } from '@lokaal/shared/database';
import { badInput, DomainError, forbidden, invalidState, notFound } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { calendarTurn } from '../calendar/calendar-attachment.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationStatus } from '../organisation/organisation.enums.js';
import { namedPerson } from '../person/named-person.query.js';
import { howToUpload } from './accession-document.path.js';
import { employerOf } from './employer.policy.js';
import { approvedMail, rejectedMail } from './membership-mails.js';
import { MembershipEntity } from './membership.entity.js';
import { MembershipType } from './membership.enums.js';
import type {
  ApplyForMembershipInput,
  ApproveMembershipInput,
  RejectMembershipInput,
  WithdrawMembershipApplicationInput,
} from './membership.input.js';
import { fits, mayApplyFor, mayDecide, mayKeep } from './membership.policy.js';
import { employersOf, lockMembership } from './membership.query.js';
import { termsOfNewMember } from './new-member.js';
import { tellHolder } from './tell-holder.js';

type Holder = Partial<Pick<MembershipEntity, 'personId' | 'organisationId' | 'holderKind' | 'employerId'>>;
type Applied = Omit<ApplyForMembershipInput, 'idempotencyKey'>;

const taken = 'There is a membership of this type already, or an application for one.';
/** Two at once: the database lets one through. */
const refuseSecond = refuseDuplicates({
  membership_one_application_of_person: taken,
  membership_one_application_of_organisation: taken,
  membership_one_of_person: taken,
  membership_one_of_organisation: taken,
});

/** How a membership begins: somebody applies, staff decide. Every method answers with the membership's id. */
export class MembershipApplicationService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits' | 'mailFrom'>) {}

  apply(viewer: Viewer, { idempotencyKey: key, ...input }: ApplyForMembershipInput): Promise<string> {
    const now = this.on.clock.now();
    return inTransaction(this.on.db, async (tx) => {
      const holder = await holderFor(tx, viewer, { input, now });
      const call = { personId: viewer.personId!, key, mutation: 'applyForMembership', input, now };
      return idempotent(tx, call, async () => {
        await refuseMembers(tx, { type: input.type, ...holder }, dayOf(now));
        const id = newId('membership');
        const applied = { appliedAt: now, appliedById: viewer.personId! };
        await tx.insert(MembershipEntity, { id, type: input.type, ...holder, ...applied });
        return id;
      });
    }).catch(refuseSecond);
  }

  /** Charges the fee of the first or of a further member of the employer; of two at once, exactly one is the first. */
  async approve(viewer: Viewer, { id, expectedVersion, employerId }: ApproveMembershipInput): Promise<string> {
    const turn = calendarTurn(this.on);
    const { now } = turn;
    await inTransaction(this.on.db, async (tx) => {
      const membership = await this.loadApplied(tx, viewer, { id, expectedVersion });
      if (membership.type === MembershipType.ACCEDED && membership.accessionDocumentId === null)
        throw invalidState(`An authority accedes with a signed document: upload it first, ${howToUpload}.`);
      const terms = await termsOfNewMember(tx, membership, { today: dayOf(now), employerId });
      const decided = { decision: 'APPROVED' as const, decidedAt: now, decidedById: viewer.personId! };
      await tx.update(MembershipEntity, id, { ...decided, ...terms });
      await tellHolder(tx, approvedMail, { id, ...turn });
    }).catch(refuseSecond);
    this.on.mailWaits();
    return id;
  }

  async reject(viewer: Viewer, { id, expectedVersion, reason }: RejectMembershipInput): Promise<string> {
    const turn = calendarTurn(this.on);
    const { now } = turn;
    await inTransaction(this.on.db, async (tx) => {
      await this.loadApplied(tx, viewer, { id, expectedVersion });
      const decided = { decision: 'REJECTED' as const, decidedAt: now, decidedById: viewer.personId! };
      await tx.update(MembershipEntity, id, { ...decided, rejectionReason: reason });
      await tellHolder(tx, rejectedMail, { id, ...turn });
    });
    this.on.mailWaits();
    return id;
  }

  /** By who applied, or who would hold it: what was decided can only be cancelled. */
  withdraw(viewer: Viewer, { id, expectedVersion }: WithdrawMembershipApplicationInput): Promise<string> {
    const decidedAt = this.on.clock.now();
    return inTransaction(this.on.db, async (tx) => {
      const membership = await lockMembership(tx, viewer, id);
      if (!mayKeep(viewer, membership)) throw forbidden('Only the applicant and staff may withdraw an application.');
      requireVersion(membership, expectedVersion);
      requireUndecided(membership);
      await tx.update(MembershipEntity, id, { decision: 'WITHDRAWN', decidedAt, decidedById: viewer.personId! });
      return id;
    });
  }

  private async loadApplied(tx: EntityManager, viewer: Viewer, { id, expectedVersion }: ApproveMembershipInput) {
    const membership = await lockMembership(tx, viewer, id);
    if (!mayDecide(viewer)) throw forbidden('Only staff of the association may decide on an application.');
    requireVersion(membership, expectedVersion);
    requireUndecided(membership);
    return membership;
  }
}

function requireUndecided({ decision }: MembershipEntity): void {
  if (decision === 'WITHDRAWN') throw invalidState('This application was withdrawn.');
  if (decision !== null) throw invalidState('This application was decided already.');
}

interface Applying {
  readonly input: Applied;
  readonly now: Date;
}

/** Who will hold it: the viewer in person, or an organisation that the viewer speaks for. */
async function holderFor(tx: EntityManager, viewer: Viewer, { input, now }: Applying): Promise<Holder> {
  const { type, organisationId, employerId } = input;
  if (type !== MembershipType.EFFECTIVE) return organisationFor(tx, viewer, input);
  if (organisationId != null) throw badInput('A person holds an EFFECTIVE membership.', ['organisationId']);
  const personId = await applicantFor(tx, viewer, { input, now });
  const today = await employersOf(tx, personId, dayOf(now));
  return { personId, employerId: employerOf({ today, wanted: employerId }) };
}

/** Oneself; for staff also a member on paper, locked so that the person is not erased meanwhile. */
async function applicantFor(tx: EntityManager, viewer: Viewer, { input, now }: Applying): Promise<string> {
  const { personId } = input;
  const own = viewer.personId!;
  if (personId == null || personId === own) return own;
  if (!mayDecide(viewer)) throw forbidden('Only staff of the association may apply for somebody else.');
  await namedPerson(tx, { viewer, now }, { id: personId, lock: 'pessimistic_read' });
  return personId;
}

async function organisationFor(tx: EntityManager, viewer: Viewer, applied: Applied) {
  const { type, organisationId, employerId, personId } = applied;
  if (personId != null) throw badInput('A person holds an EFFECTIVE membership only.', ['personId']);
  if (organisationId == null) throw badInput('Say which organisation applies.', ['organisationId']);
  if (employerId != null) throw badInput('Only a person has an employer.', ['employerId']);
  // locked, so that it neither merges nor is dissolved meanwhile
  const lock = { mode: 'pessimistic_read' } as const;
  const organisation = await tx.findOne(OrganisationEntity, { where: { id: organisationId }, lock });
  if (!organisation) throw notFound('Organisation', ['organisationId']);
  if (!mayApplyFor(viewer, organisationId))
    throw forbidden('Only contact persons of the organisation and staff may apply for it.');
  const { kind, status } = organisation;
  if (status !== OrganisationStatus.ACTIVE) throw invalidState(`An organisation that is ${status} cannot apply.`);
  if (!fits(type, kind)) throw badInput(`An organisation of kind ${kind} cannot be ${type}.`, ['type']);
  return { organisationId, holderKind: kind };
}

/** Who is a member, or in grace, renews instead. An open application is found by its constraint. */
async function refuseMembers(tx: EntityManager, holder: Holder & Pick<MembershipEntity, 'type'>, today: string) {
  const { type, personId = null, organisationId = null } = holder;
  const found = await tx.query<unknown[]>(
    `select from membership where type = $1 and decision = 'APPROVED' and (person_id = $2 or organisation_id = $3)
      and $4 < coalesce(cancelled_on, grace_until)`,
    [type, personId, organisationId, today],
  );
  if (found.length > 0)
    throw new DomainError('ALREADY_EXISTS', 'There is a membership of this type already: renew it.');
}
