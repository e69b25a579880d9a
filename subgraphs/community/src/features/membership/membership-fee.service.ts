import type { Viewer } from '@lokaal/shared/auth';
import { inTransaction, refuseDuplicates, requireVersion } from '@lokaal/shared/database';
import { badInput, forbidden } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { DataSource } from 'typeorm';
import { MembershipFeeEntity } from './membership-fee.entity.js';
import { MembershipType } from './membership.enums.js';
import type { SetMembershipFeesInput } from './membership.input.js';
import { mayDecide } from './membership.policy.js';

const refuseSecond = refuseDuplicates({
  membership_fee_type_year_key: 'Somebody else set these fees at the same time: read them again first.',
});

export class MembershipFeeService {
  constructor(private readonly db: DataSource) {}

  /** Sets what terms cost that begin in a year; terms that were charged stay as they are. Answers with the fees' id. */
  set(viewer: Viewer, { type, year, expectedVersion, ...cents }: SetMembershipFeesInput): Promise<string> {
    if (!mayDecide(viewer)) throw forbidden('Only staff of the association may set fees.');
    requireFeesOf(type, cents.furtherMemberCents);
    return inTransaction(this.db, async (tx) => {
      const lock = { mode: 'pessimistic_write' } as const;
      const fees = await tx.findOne(MembershipFeeEntity, { where: { type, year }, lock });
      // fees that are not there yet have no version; a client that has never seen those that are sends none
      if (fees ?? expectedVersion != null) requireVersion(fees ?? { version: 0 }, expectedVersion ?? 0);
      const id = fees?.id ?? newId('membershipfee');
      if (fees) await tx.update(MembershipFeeEntity, id, cents);
      else await tx.insert(MembershipFeeEntity, { id, type, year, ...cents });
      return id;
    }).catch(refuseSecond);
  }
}

function requireFeesOf(type: MembershipType, furtherMemberCents: number | null | undefined): void {
  if (type === MembershipType.ACCEDED) throw badInput('An authority accedes for free.', ['type']);
  const isPersonal = type === MembershipType.EFFECTIVE;
  if (isPersonal !== (furtherMemberCents != null))
    throw badInput(isPersonal ? 'Say what a further member pays.' : 'A company has no further members.', [
      'furtherMemberCents',
    ]);
}
