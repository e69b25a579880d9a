import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  AddMembershipBenefitInput,
  RemoveMembershipBenefitInput,
  UpdateMembershipBenefitInput,
} from './membership-benefit.input.js';
import {
  AddMembershipBenefitPayload,
  RemoveMembershipBenefitPayload,
  UpdateMembershipBenefitPayload,
} from './membership-benefit.payload.js';
import { membershipBenefitReads } from './membership-benefit.reads.js';
import type { MembershipBenefitService } from './membership-benefit.service.js';
import { MembershipBenefitConnection } from './membership-benefit.type.js';

@Resolver()
export class MembershipBenefitResolver {
  constructor(private readonly benefits: Pick<MembershipBenefitService, 'add' | 'update' | 'remove'>) {}

  @Query(() => MembershipBenefitConnection, {
    nullable: true,
    description: 'Ledenvoordelen: what members get, in the order of the package when ordered by POSITION.',
  })
  membershipBenefits(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(membershipBenefitReads, info);
  }

  @Mutation(() => AddMembershipBenefitPayload, { description: 'Ledenvoordeel toevoegen, by staff.' })
  @Directive('@authenticated')
  async addMembershipBenefit(
    @Arg('input', { description: 'What, and for whom.' }) input: AddMembershipBenefitInput,
    @Ctx() { viewer }: Context,
  ) {
    return { membershipBenefit: await this.benefits.add(viewer, input) };
  }

  @Mutation(() => UpdateMembershipBenefitPayload, {
    description: 'Ledenvoordeel wijzigen, by staff; with untilYear it ends.',
  })
  @Directive('@authenticated')
  async updateMembershipBenefit(
    @Arg('input', { description: 'The changes.' }) input: UpdateMembershipBenefitInput,
    @Ctx() { viewer }: Context,
  ) {
    return { membershipBenefit: await this.benefits.update(viewer, input) };
  }

  @Mutation(() => RemoveMembershipBenefitPayload, { description: 'Ledenvoordeel schrappen, by staff, for good.' })
  @Directive('@authenticated')
  async removeMembershipBenefit(
    @Arg('input', { description: 'Which one.' }) input: RemoveMembershipBenefitInput,
    @Ctx() { viewer }: Context,
  ) {
    return { removedId: await this.benefits.remove(viewer, input) };
  }
}
