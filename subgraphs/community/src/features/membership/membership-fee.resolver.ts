import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import { membershipFeeReads } from './membership-fee.reads.js';
import { MembershipFeeConnection } from './membership.type.js';

@Resolver()
export class MembershipFeeResolver {
  @Query(() => MembershipFeeConnection, {
    nullable: true,
    description: 'Ledenbijdragen by year; a year that is not there has those of the last one before it.',
  })
  membershipFees(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(membershipFeeReads, info);
  }
}
