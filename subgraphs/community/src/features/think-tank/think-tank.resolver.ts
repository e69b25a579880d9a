import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  AddThinkTankMeetingInput,
  CreateThinkTankInput,
  RemoveThinkTankMeetingInput,
  UpdateThinkTankInput,
} from './think-tank.input.js';
import {
  AddThinkTankMeetingPayload,
  CreateThinkTankPayload,
  RemoveThinkTankMeetingPayload,
  UpdateThinkTankPayload,
} from './think-tank.payload.js';
import { thinkTankReads } from './think-tank.reads.js';
import type { ThinkTankService } from './think-tank.service.js';
import { ThinkTank, ThinkTankConnection } from './think-tank.type.js';

@Resolver()
export class ThinkTankResolver {
  constructor(private readonly service: ThinkTankService) {}

  @Query(() => ThinkTankConnection, { nullable: true, description: 'Denktanks of the association.' })
  thinkTanks(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(thinkTankReads, info);
  }

  @Query(() => ThinkTank, { nullable: true, description: 'Denktank: one by its id.' })
  thinkTank(
    @Arg('id', () => ID, { description: 'Identificatie of it.' }) id: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(thinkTankReads, { id }, info);
  }

  @Mutation(() => CreateThinkTankPayload, { description: 'Denktank oprichten, by staff.' })
  @Directive('@authenticated')
  async createThinkTank(
    @Arg('input', { description: 'What is new.' }) input: CreateThinkTankInput,
    @Ctx() { viewer }: Context,
  ) {
    return { thinkTank: await this.service.create(viewer, input) };
  }

  @Mutation(() => UpdateThinkTankPayload, { description: 'Denktank wijzigen, by staff.' })
  @Directive('@authenticated')
  async updateThinkTank(
    @Arg('input', { description: 'The changes.' }) input: UpdateThinkTankInput,
    @Ctx() { viewer }: Context,
  ) {
    return { thinkTank: await this.service.update(viewer, input) };
  }

  @Mutation(() => AddThinkTankMeetingPayload, { description: 'Evenement als vergadering van een denktank, by staff.' })
  @Directive('@authenticated')
  async addThinkTankMeeting(
    @Arg('input', { description: 'Which event, and where.' }) input: AddThinkTankMeetingInput,
    @Ctx() { viewer }: Context,
  ) {
    return { thinkTank: await this.service.addMeeting(viewer, input) };
  }

  @Mutation(() => RemoveThinkTankMeetingPayload, {
    description: 'Vergadering van een denktank schrappen, by staff: the event itself stays.',
  })
  @Directive('@authenticated')
  async removeThinkTankMeeting(
    @Arg('input', { description: 'Which event, and where.' }) input: RemoveThinkTankMeetingInput,
    @Ctx() { viewer }: Context,
  ) {
    return { thinkTank: await this.service.removeMeeting(viewer, input) };
  }
}
