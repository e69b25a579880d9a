import type { Viewer } from '@lokaal/shared/auth';
import { addDays, dayOf } from '@lokaal/shared/config';
import { inTransaction, lockRow, refuseDuplicates, requireVersion } from '@lokaal/shared/database';
import { forbidden, invalidState } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { EntityManager } from 'typeorm';
import type { SliceDependencies } from '../../slice.js';
import { type CalendarTurn, calendarTurn } from '../calendar/calendar-attachment.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { OrganisationStatus } from '../organisation/organisation.enums.js';
import { employerOf } from './employer.policy.js';
import { charge } from './membership-charge.js';
import { rateOfRenewal } from './membership-fee.policy.js';
import { cancelledMail, renewedMail } from './membership-mails.js';
import { isRenewable, nextTerm, type Term } from './membership-term.policy.js';
import { MembershipTermEntity } from './membership-term.entity.js';
import { MembershipEntity } from './membership.entity.js';
import { MembershipStatus } from './membership.enums.js';
import type { CancelMembershipInput, RenewMembershipInput } from './membership.input.js';
import { mayKeep, statusOn } from './membership.policy.js';
import { employersOf, lockMembership } from './membership.query.js';
import { renewableDays } from './renewable-days.js';
import { tellHolder } from './tell-holder.js';

const newer = 'The holder has a newer membership of this type: renew that one.';
const refuseSecond = refuseDuplicates({ membership_one_of_person: newer, membership_one_of_organisation: newer });

/** How a membership goes on or ends. Every method that takes a viewer answers with the membership's id. */
export class MembershipRenewalService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits' | 'mailFrom'>) {}

  async renew(viewer: Viewer, { id, expectedVersion, employerId }: RenewMembershipInput): Promise<string> {
    await inTransaction(this.on.db, async (tx) => {
      const membership = await lockMembership(tx, viewer, id);
      if (!mayKeep(viewer, membership)) throw forbidden('Only the holder and staff may renew a membership.');
      requireVersion(membership, expectedVersion);
      await renewIn(tx, membership, {
        ...calendarTurn(this.on),
        employer: (today) => employerOf({ ...before(membership, today), wanted: employerId }),
      });
    }).catch(refuseSecond);
    this.on.mailWaits();
    return id;
  }

  /** For staff who renew many: nothing is asked, and what was renewed by somebody else meanwhile stays as it is. */
  async renewUnasked(id: string, stillEndsOn: string): Promise<number | undefined> {
    return inTransaction(this.on.db, async (tx) => {
      const membership = await lockRow(tx, MembershipEntity, id);
      if (membership.to !== stillEndsOn || membership.cancelledOn !== null) return undefined;
      return renewIn(tx, membership, {
        ...calendarTurn(this.on),
        employer: (today) => employerOf(longest(before(membership, today))),
      });
    });
  }

  async cancel(viewer: Viewer, { id, expectedVersion, reason }: CancelMembershipInput): Promise<string> {
    const turn = calendarTurn(this.on);
    const today = dayOf(turn.now);
    await inTransaction(this.on.db, async (tx) => {
      const membership = await lockMembership(tx, viewer, id);
      if (!mayKeep(viewer, membership)) throw forbidden('Only the holder and staff may cancel a membership.');
      requireVersion(membership, expectedVersion);
      const status = statusOn(membership, today);
      if (status !== MembershipStatus.ACTIVE) throw invalidState(whyNotCancelled(status));
      await tx.update(MembershipEntity, id, { cancelledOn: today, cancellationReason: reason ?? null });
      await tellHolder(tx, cancelledMail, { id, ...turn });
    });
    this.on.mailWaits();
    return id;
  }
}

const whyNotCancelled = (status: MembershipStatus): string =>
  status === MembershipStatus.APPLIED
    ? 'An application is not cancelled but withdrawn: withdrawMembershipApplication.'
    : `A membership that is ${status} is not cancelled; after its term it ends by itself.`;

interface Renewal extends CalendarTurn {
  readonly employer: (employersToday: readonly string[]) => string | null;
}

const before = ({ employerId }: MembershipEntity, today: readonly string[]) => ({ today, before: employerId });

/** Whoever works in several places and left the employer of before is counted where she works longest. */
const longest = ({ today, before: former }: ReturnType<typeof before>) => ({
  today,
  wanted: former !== null && today.includes(former) ? former : (today[0] ?? null),
});

/** Puts the present term behind the next one, and charges that; answers with its fee in cents. */
async function renewIn(
  tx: EntityManager,
  membership: MembershipEntity,
  { employer, ...turn }: Renewal,
): Promise<number> {
  const today = dayOf(turn.now);
  const present = await requireRenewable(tx, membership, today);
  const employerId = membership.personId && employer(await employersOf(tx, membership.personId, today));
  const term = nextTerm(present, today);
  const charged = await charge(
    tx,
    { id: membership.id, type: membership.type, employerId },
    {
      term,
      rate: (fellows) => rateOfRenewal(fellows, { ...term, today }),
    },
  );
  await putBehind(tx, membership, present);
  await tx.update(MembershipEntity, membership.id, { ...term, ...charged, employerId, chargedOn: today });
  await tellHolder(tx, renewedMail, { id: membership.id, ...turn });
  return charged.feeCents!;
}

const renewable: ReadonlySet<MembershipStatus> = new Set([
  MembershipStatus.ACTIVE,
  MembershipStatus.GRACE,
  MembershipStatus.EXPIRED,
]);

async function requireRenewable(tx: EntityManager, membership: MembershipEntity, today: string): Promise<Term> {
  const status = statusOn(membership, today);
  const { from, to, graceUntil, organisationId } = membership;
  if (!renewable.has(status)) throw invalidState(`A membership that is ${status} cannot be renewed.`);
  const term = { from: from!, to: to!, graceUntil: graceUntil! };
  if (!isRenewable(term, today))
    throw invalidState(`It lasts until ${term.to}; it can be renewed from ${addDays(term.to, -renewableDays)} on.`);
  const organisation = organisationId && (await tx.findOneByOrFail(OrganisationEntity, { id: organisationId }));
  if (organisation && organisation.status !== OrganisationStatus.ACTIVE)
    throw invalidState(`An organisation that is ${organisation.status} cannot renew.`);
  return term;
}

const putBehind = (tx: EntityManager, membership: MembershipEntity, { from, to }: Term) =>
  tx.insert(MembershipTermEntity, {
    id: newId('membershipterm'),
    membershipId: membership.id,
    employerId: membership.employerId,
    from,
    to,
    feeRate: membership.feeRate,
    feeCents: membership.feeCents!,
  });
