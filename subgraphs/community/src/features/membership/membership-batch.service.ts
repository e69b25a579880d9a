import type { Viewer } from '@lokaal/shared/auth';
import { addDays, dayOf } from '@lokaal/shared/config';
import { forbidden } from '@lokaal/shared/errors';
import type { SliceDependencies } from '../../slice.js';
import type { RenewMembershipsInput } from './membership.input.js';
import { mayDecide } from './membership.policy.js';
import type { MembershipRenewalService } from './membership-renewal.service.js';
import { renewableDays } from './renewable-days.js';

/** So many at a time that the answer comes well within a request's time. */
const batchSize = 100;

// Members and who is in grace; who expired renews in person. Not of organisations that merged or ceased to be.
const due = `select membership.id, to_date::text as "to", count(*) over ()::int as due
  from membership left join organisation on organisation.id = organisation_id
  where type = $1 and decision = 'APPROVED' and cancelled_on is null
    and to_date between make_date($2, 1, 1) and make_date($2, 12, 31)
    and to_date <= $3::date and $4::date < grace_until and coalesce(organisation.status = 'ACTIVE', true)
  order by to_date, membership.id limit ${batchSize}`;

interface Due {
  readonly id: string;
  readonly to: string;
  readonly due: number;
}

export interface RenewedMemberships {
  readonly renewed: number;
  readonly feeCents: number;
  readonly remaining: number;
}

/** Renews a year's memberships, each in a transaction of its own: what is done stays done, and calling again goes on. */
export class MembershipBatchService {
  constructor(
    private readonly on: Pick<SliceDependencies, 'db' | 'clock' | 'mailWaits'>,
    private readonly renewals: MembershipRenewalService,
  ) {}

  async renewYear(viewer: Viewer, { type, year }: RenewMembershipsInput): Promise<RenewedMemberships> {
    if (!mayDecide(viewer)) throw forbidden('Only staff of the association may renew many memberships at once.');
    const today = dayOf(this.on.clock.now());
    const found = await this.on.db.query<Due[]>(due, [type, year, addDays(today, renewableDays), today]);
    const fees: number[] = [];
    for (const { id, to } of found) {
      const fee = await this.renewals.renewUnasked(id, to);
      if (fee !== undefined) fees.push(fee);
    }
    this.on.mailWaits();
    const feeCents = fees.reduce((sum, fee) => sum + fee, 0);
    return { renewed: fees.length, feeCents, remaining: (found[0]?.due ?? 0) - found.length };
  }
}
