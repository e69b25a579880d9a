import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import {
  AddThinkTankMemberInput,
  EndThinkTankMembershipInput,
  RemoveThinkTankMemberInput,
  UpdateThinkTankMemberInput,
} from './think-tank-member.input.js';
import type { ThinkTankMemberService } from './think-tank-member.service.js';
import {
  AddThinkTankMemberPayload,
  EndThinkTankMembershipPayload,
  RemoveThinkTankMemberPayload,
  UpdateThinkTankMemberPayload,
} from './think-tank.payload.js';

@Resolver()
export class ThinkTankMemberResolver {
  constructor(private readonly service: ThinkTankMemberService) {}

  @Mutation(() => AddThinkTankMemberPayload, {
    description: 'Lid toevoegen aan een denktank, by staff: from today on, or of before.',
  })
  @Directive('@authenticated')
  async addThinkTankMember(
    @Arg('input', { description: 'Who, and where.' }) input: AddThinkTankMemberInput,
    @Ctx() { viewer }: Context,
  ) {
    return { thinkTank: await this.service.add(viewer, input) };
  }

  @Mutation(() => EndThinkTankMembershipPayload, { description: 'Lidmaatschap van een denktank beëindigen, by staff.' })
  @Directive('@authenticated')
  async endThinkTankMembership(
    @Arg('input', { description: 'Which one.' }) input: EndThinkTankMembershipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { thinkTank: await this.service.end(viewer, input) };
  }

  @Mutation(() => UpdateThinkTankMemberPayload, {
    description: 'Lidmaatschap van een denktank verbeteren, by staff: its days, and who chairs.',
  })
  @Directive('@authenticated')
  async updateThinkTankMember(
    @Arg('input', { description: 'Which one, and what should have been.' }) input: UpdateThinkTankMemberInput,
    @Ctx() { viewer }: Context,
  ) {
    return { thinkTank: await this.service.update(viewer, input) };
  }

  @Mutation(() => RemoveThinkTankMemberPayload, {
    description: 'Lid van een denktank schrappen that never was one, by staff.',
  })
  @Directive('@authenticated')
  async removeThinkTankMember(
    @Arg('input', { description: 'Which one.' }) input: RemoveThinkTankMemberInput,
    @Ctx() { viewer }: Context,
  ) {
    return { deletedId: await this.service.remove(viewer, input) };
  }
}
