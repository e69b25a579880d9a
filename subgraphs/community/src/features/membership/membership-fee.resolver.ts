import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { membershipFeeReads } from './membership-fee.reads.js';
import type { MembershipFeeService } from './membership-fee.service.js';
import { SetMembershipFeesInput } from './membership.input.js';
import { SetMembershipFeesPayload } from './membership.payload.js';
import { MembershipFeeConnection } from './membership.type.js';

@Resolver()
export class MembershipFeeResolver {
  constructor(private readonly fees: MembershipFeeService) {}

  @Query(() => MembershipFeeConnection, {
    nullable: true,
    description: 'Ledenbijdragen by year; a year that is not there has those of the last one before it.',
  })
  membershipFees(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(membershipFeeReads, info);
  }

  @Mutation(() => SetMembershipFeesPayload, {
    description: 'Ledenbijdragen instellen of a year, by staff; what was charged already stays as it is.',
  })
  @Directive('@authenticated')
  async setMembershipFees(
    @Arg('input', { description: 'The fees.' }) input: SetMembershipFeesInput,
    @Ctx() { viewer }: Context,
  ) {
    return { membershipFee: await this.fees.set(viewer, input) };
  }
}
