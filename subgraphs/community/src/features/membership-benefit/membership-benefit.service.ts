import type { Viewer } from '@lokaal/shared/auth';
import { idempotent, inTransaction, lockVersion, refuseDuplicates } from '@lokaal/shared/database';
import { badInput, forbidden } from '@lokaal/shared/errors';
import { newId } from '@lokaal/shared/ids';
import type { SliceDependencies } from '../../slice.js';
import { mayDecide } from '../membership/membership.policy.js';
import { MembershipBenefitEntity } from './membership-benefit.entity.js';
import type {
  AddMembershipBenefitInput,
  RemoveMembershipBenefitInput,
  UpdateMembershipBenefitInput,
} from './membership-benefit.input.js';

const refuseSecond = refuseDuplicates({
  membership_benefit_one_title: ['There is a benefit with this title from that year on.', 'title'],
});

/** The package of benefits of each type of membership. Every method answers with the benefit's id. */
export class MembershipBenefitService {
  constructor(private readonly on: Pick<SliceDependencies, 'db' | 'clock'>) {}

  add(viewer: Viewer, { idempotencyKey: key, ...input }: AddMembershipBenefitInput): Promise<string> {
    requireStaff(viewer);
    const now = this.on.clock.now();
    const call = { personId: viewer.personId!, key, mutation: 'addMembershipBenefit', input, now };
    return inTransaction(this.on.db, (tx) =>
      idempotent(tx, call, async () => {
        const id = newId('membershipbenefit');
        await tx.insert(MembershipBenefitEntity, { id, ...input });
        return id;
      }),
    ).catch(refuseSecond);
  }

  update(viewer: Viewer, { id, expectedVersion, ...changes }: UpdateMembershipBenefitInput): Promise<string> {
    requireStaff(viewer);
    return inTransaction(this.on.db, async (tx) => {
      const benefit = await lockVersion(tx, MembershipBenefitEntity, id, expectedVersion);
      const changed = Object.assign(benefit, changes);
      if (changed.untilYear !== null && changed.untilYear < changed.fromYear)
        throw badInput(`It begins in ${changed.fromYear}: it does not end before.`, ['untilYear']);
      await tx.save(MembershipBenefitEntity, changed);
      return id;
    }).catch(refuseSecond);
  }

  remove(viewer: Viewer, { id, expectedVersion }: RemoveMembershipBenefitInput): Promise<string> {
    requireStaff(viewer);
    return inTransaction(this.on.db, async (tx) => {
      await lockVersion(tx, MembershipBenefitEntity, id, expectedVersion);
      await tx.delete(MembershipBenefitEntity, id);
      return id;
    });
  }
}

function requireStaff(viewer: Viewer): void {
  if (!mayDecide(viewer)) throw forbidden('Only staff of the association may set benefits.');
}
