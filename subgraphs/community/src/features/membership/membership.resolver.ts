import type { Context } from '@lokaal/shared/graphql';
import { sql } from '@lokaal/shared/read';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, ID, Info, Int, Mutation, Query, Resolver } from 'type-graphql';
import { lapsingThisQuarter } from './lapsing.js';
import type { MembershipApplicationService } from './membership-application.service.js';
import type { MembershipBatchService } from './membership-batch.service.js';
import type { MembershipRenewalService } from './membership-renewal.service.js';
import type { MembershipOverviewQuery } from './membership-overview.query.js';
import { MembershipOverview } from './membership-overview.type.js';
import { MembershipStatus } from './membership.enums.js';
import {
  ApplyForMembershipInput,
  ApproveMembershipInput,
  CancelMembershipInput,
  RejectMembershipInput,
  RenewMembershipInput,
  RenewMembershipsInput,
  WithdrawMembershipApplicationInput,
} from './membership.input.js';
import {
  ApplyForMembershipPayload,
  ApproveMembershipPayload,
  CancelMembershipPayload,
  RejectMembershipPayload,
  RenewMembershipPayload,
  RenewMembershipsPayload,
  WithdrawMembershipApplicationPayload,
} from './membership.payload.js';
import { membershipReads, statusToday } from './membership.reads.js';
import { Membership, MembershipConnection } from './membership.type.js';

interface MembershipServices {
  readonly applications: MembershipApplicationService;
  readonly renewals: MembershipRenewalService;
  readonly batches: MembershipBatchService;
  readonly overview: MembershipOverviewQuery;
}

@Resolver()
export class MembershipResolver {
  constructor(private readonly services: MembershipServices) {}

  @Query(() => MembershipConnection, {
    nullable: true,
    description: 'Lidmaatschappen that the viewer may see: all for staff. Your own ones are also in me.',
  })
  memberships(
    @Arg('status', () => [MembershipStatus], { nullable: true, description: 'Statussen, any of which is fine.' })
    status: readonly MembershipStatus[] | null | undefined,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    if (!status) return reader.page(membershipReads, info);
    return reader.page(
      membershipReads,
      info,
      (_viewer, row, { argument }) => sql`${statusToday(row)} = any(${argument('status', 'text[]')})`,
    );
  }

  @Query(() => Membership, { nullable: true, description: 'Lidmaatschap: one by its id.' })
  membership(
    @Arg('id', () => ID, { description: 'Identificatie of the membership.' }) id: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(membershipReads, { id }, info);
  }

  @Query(() => MembershipOverview, {
    nullable: true,
    description: 'Ledenoverzicht for staff: counts by type, status, province and kind of organisation, and who lapses.',
  })
  @Directive('@authenticated')
  membershipOverview(
    @Arg('year', () => Int, {
      nullable: true,
      description: 'Jaar that is over: as it was on its last day. This year, or none: as it is today.',
    })
    year: number | null | undefined,
    @Ctx() asker: Context,
  ) {
    return this.services.overview.of(asker, year);
  }

  @Query(() => MembershipConnection, {
    nullable: true,
    description:
      'Aflopende lidmaatschappen that the viewer may see: their term ends in this quarter, and nobody renewed them.',
  })
  lapsingMemberships(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(membershipReads, info, lapsingThisQuarter);
  }

  @Mutation(() => ApplyForMembershipPayload, {
    description:
      'Lidmaatschap aanvragen: EFFECTIVE for yourself, by staff also for a person who applied on paper; ACCEDED for a local authority or COMPANY for a company, by its contact persons or staff.',
  })
  @Directive('@authenticated')
  async applyForMembership(
    @Arg('input', { description: 'The application.' }) input: ApplyForMembershipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { membership: await this.services.applications.apply(viewer, input) };
  }

  @Mutation(() => ApproveMembershipPayload, {
    description: 'Aanvraag goedkeuren, by staff; an ACCEDED one needs its signed document.',
  })
  @Directive('@authenticated')
  async approveMembership(
    @Arg('input', { description: 'Which one.' }) input: ApproveMembershipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { membership: await this.services.applications.approve(viewer, input) };
  }

  @Mutation(() => RejectMembershipPayload, { description: 'Aanvraag weigeren, by staff, with a reason.' })
  @Directive('@authenticated')
  async rejectMembership(
    @Arg('input', { description: 'Which one, and why.' }) input: RejectMembershipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { membership: await this.services.applications.reject(viewer, input) };
  }

  @Mutation(() => WithdrawMembershipApplicationPayload, {
    description: 'Aanvraag intrekken while it is APPLIED, by who would hold the membership or by staff.',
  })
  @Directive('@authenticated')
  async withdrawMembershipApplication(
    @Arg('input', { description: 'Which one.' }) input: WithdrawMembershipApplicationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { membership: await this.services.applications.withdraw(viewer, input) };
  }

  @Mutation(() => CancelMembershipPayload, {
    description: 'Lidmaatschap opzeggen while it is ACTIVE, by its holder or by staff.',
  })
  @Directive('@authenticated')
  async cancelMembership(
    @Arg('input', { description: 'Which one.' }) input: CancelMembershipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { membership: await this.services.renewals.cancel(viewer, input) };
  }

  @Mutation(() => RenewMembershipPayload, {
    description:
      'Lidmaatschap vernieuwen, by its holder or by staff: from 90 days before the end, in grace (without a gap), or once it is expired (from today).',
  })
  @Directive('@authenticated')
  async renewMembership(
    @Arg('input', { description: 'Which one.' }) input: RenewMembershipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { membership: await this.services.renewals.renew(viewer, input) };
  }

  @Mutation(() => RenewMembershipsPayload, {
    description:
      'Lidmaatschappen van een jaar vernieuwen, by staff: those of a type of which the term ends in that year and that are ACTIVE (within 90 days of the end) or in GRACE; at most 100 a call.',
  })
  @Directive('@authenticated')
  async renewMemberships(
    @Arg('input', { description: 'Which ones.' }) input: RenewMembershipsInput,
    @Ctx() { viewer }: Context,
  ) {
    return this.services.batches.renewYear(viewer, input);
  }
}
