import type { Slice } from '../../slice.js';
import { MembershipEntity } from './membership.entity.js';
import { MembershipFeeEntity } from './membership-fee.entity.js';
import { membershipFeeReads } from './membership-fee.reads.js';
import { MembershipFeeResolver } from './membership-fee.resolver.js';
import { membershipReads } from './membership.reads.js';
import { MembershipResolver } from './membership.resolver.js';
import { MembershipTermEntity } from './membership-term.entity.js';
import { membershipTermReads } from './membership-term.reads.js';

export const membershipSlice: Slice = {
  entities: [MembershipEntity, MembershipTermEntity, MembershipFeeEntity],
  models: [membershipReads, membershipTermReads, membershipFeeReads],
  resolvers: () => [new MembershipResolver(), new MembershipFeeResolver()],
  personalData: [
    {
      table: 'membership',
      of: 'person_id = $1',
      shown: [
        'type',
        'employer_id',
        'applied_at',
        'decision',
        'decided_at',
        'rejection_reason',
        'since',
        'from_date',
        'to_date',
        'grace_until',
        'fee_rate',
        'fee_cents',
        'cancelled_on',
        'cancellation_reason',
      ],
      // that somebody was a member stays, for the figures; a trigger takes the name out with the person
      erasure: { set: 'person_id = null, rejection_reason = null, cancellation_reason = null' },
    },
    {
      table: 'membership',
      of: 'applied_by_id = $1',
      shown: ['type', 'applied_at'],
      erasure: { set: 'applied_by_id = null' },
    },
    {
      table: 'membership',
      of: 'decided_by_id = $1',
      shown: ['type', 'decision', 'decided_at'],
      erasure: { set: 'decided_by_id = null' },
    },
  ],
};
