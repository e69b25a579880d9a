import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { ParticipationService } from './participation.service.js';
import { JoinProjectInput, LeaveProjectInput } from './project.input.js';
import { JoinProjectPayload, LeaveProjectPayload } from './participation.payload.js';

@Resolver()
export class ParticipationResolver {
  constructor(private readonly service: ParticipationService) {}

  @Mutation(() => JoinProjectPayload, {
    description:
      'Deelnemen aan een project from today on, by a contact person or ICT manager of the authority, or staff.',
  })
  @Directive('@authenticated')
  async joinProject(
    @Arg('input', { description: 'Who joins what.' }) input: JoinProjectInput,
    @Ctx() { viewer }: Context,
  ) {
    return { participation: await this.service.join(viewer, input) };
  }

  @Mutation(() => LeaveProjectPayload, {
    description: 'Deelname beëindigen today, by a contact person or ICT manager of the authority, or staff.',
  })
  @Directive('@authenticated')
  async leaveProject(
    @Arg('input', { description: 'Which one.' }) input: LeaveProjectInput,
    @Ctx() { viewer }: Context,
  ) {
    return { participation: await this.service.leave(viewer, input) };
  }
}
