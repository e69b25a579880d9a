import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import {
  JoinKnowledgeCircleInput,
  LeaveKnowledgeCircleInput,
  RemoveCircleMembershipInput,
  UpdateCircleMembershipInput,
} from './circle-membership.input.js';
import type { CircleMembershipService } from './circle-membership.service.js';
import {
  JoinKnowledgeCirclePayload,
  LeaveKnowledgeCirclePayload,
  RemoveCircleMembershipPayload,
  UpdateCircleMembershipPayload,
} from './knowledge-circle.payload.js';

@Resolver()
export class CircleMembershipResolver {
  constructor(private readonly members: Pick<CircleMembershipService, 'join' | 'leave' | 'update' | 'remove'>) {}

  @Mutation(() => JoinKnowledgeCirclePayload, {
    description:
      'Lid maken van een kenniskring, by staff, who know of an agreement outside the graph: an authority is in one circle at most. Coordinators take in who asks: acceptCircleAccession.',
  })
  @Directive('@authenticated')
  async joinKnowledgeCircle(
    @Arg('input', { description: 'Who, and from when.' }) input: JoinKnowledgeCircleInput,
    @Ctx() { viewer }: Context,
  ) {
    return { circleMembership: await this.members.join(viewer, input) };
  }

  @Mutation(() => LeaveKnowledgeCirclePayload, {
    description:
      'Uittreden uit een kenniskring, by the authority’s contact persons (from today on), the coordinators or staff.',
  })
  @Directive('@authenticated')
  async leaveKnowledgeCircle(
    @Arg('input', { description: 'Which membership, and when it ends.' }) input: LeaveKnowledgeCircleInput,
    @Ctx() { viewer }: Context,
  ) {
    return { circleMembership: await this.members.leave(viewer, input) };
  }

  @Mutation(() => UpdateCircleMembershipPayload, {
    description: 'Dagen van een lidmaatschap van een kenniskring verbeteren, by staff.',
  })
  @Directive('@authenticated')
  async updateCircleMembership(
    @Arg('input', { description: 'Which membership, and its days.' }) input: UpdateCircleMembershipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { circleMembership: await this.members.update(viewer, input) };
  }

  @Mutation(() => RemoveCircleMembershipPayload, {
    description: 'Lidmaatschap van een kenniskring schrappen that never was, by staff.',
  })
  @Directive('@authenticated')
  async removeCircleMembership(
    @Arg('input', { description: 'Which membership.' }) input: RemoveCircleMembershipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { deletedId: await this.members.remove(viewer, input) };
  }
}
