import { dayOf } from '@lokaal/shared/config';
import type { Slice } from '../../slice.js';
import { uploadRoute } from './accession-document.documents.js';
import { AccessionDocumentService } from './accession-document.service.js';
import { endMembershipsOf } from './end-memberships.js';
import { MembershipApplicationService } from './membership-application.service.js';
import { MembershipBatchService } from './membership-batch.service.js';
import { MembershipEntity } from './membership.entity.js';
import { MembershipFeeEntity } from './membership-fee.entity.js';
import { membershipFeeReads } from './membership-fee.reads.js';
import { MembershipFeeResolver } from './membership-fee.resolver.js';
import { MembershipFeeService } from './membership-fee.service.js';
import { reminderJob } from './membership-reminders.js';
import { MembershipOverviewQuery } from './membership-overview.query.js';
import { MembershipRenewalService } from './membership-renewal.service.js';
import { membershipReads } from './membership.reads.js';
import { MembershipResolver } from './membership.resolver.js';
import { MembershipTermEntity } from './membership-term.entity.js';
import { membershipTermReads } from './membership-term.reads.js';

export const membershipSlice: Slice = {
  entities: [MembershipEntity, MembershipTermEntity, MembershipFeeEntity],
  models: [membershipReads, membershipTermReads, membershipFeeReads],
  resolvers: (on) => {
    const renewals = new MembershipRenewalService(on);
    const applications = new MembershipApplicationService(on);
    const batches = new MembershipBatchService(on, renewals);
    const overview = new MembershipOverviewQuery(on);
    return [
      new MembershipResolver({ applications, renewals, batches, overview }),
      new MembershipFeeResolver(new MembershipFeeService(on.db)),
    ];
  },
  documents: (on) => [uploadRoute(new AccessionDocumentService(on))],
  jobs: (on) => [reminderJob(on)],
  beforeErasure:
    ({ clock }) =>
    (tx, personId) =>
      endMembershipsOf(tx, personId, dayOf(clock.now())),
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
