import type { Context } from '@lokaal/shared/graphql';
import { sql } from '@lokaal/shared/read';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { MembershipStatus } from './membership.enums.js';
import { membershipReads, statusToday } from './membership.reads.js';
import { Membership, MembershipConnection } from './membership.type.js';

@Resolver()
export class MembershipResolver {
  @Query(() => MembershipConnection, {
    nullable: true,
    description: 'Lidmaatschappen that the viewer may see: all for staff. Yours alone are in me.',
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
}
