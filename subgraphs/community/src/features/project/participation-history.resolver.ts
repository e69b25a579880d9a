import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import {
  RecordProjectParticipationInput,
  RemoveProjectParticipationInput,
  UpdateProjectParticipationInput,
} from './participation-history.input.js';
import type { ParticipationHistoryService } from './participation-history.service.js';
import {
  RecordProjectParticipationPayload,
  RemoveProjectParticipationPayload,
  UpdateProjectParticipationPayload,
} from './participation.payload.js';

@Resolver()
export class ParticipationHistoryResolver {
  constructor(private readonly service: ParticipationHistoryService) {}

  @Mutation(() => RecordProjectParticipationPayload, {
    description:
      'Deelname vastleggen of another day than today, by staff: also of a project or an authority that ended.',
  })
  @Directive('@authenticated')
  async recordProjectParticipation(
    @Arg('input', { description: 'Who took part in what, and when.' }) input: RecordProjectParticipationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { participation: await this.service.record(viewer, input) };
  }

  @Mutation(() => UpdateProjectParticipationPayload, { description: 'Dagen van een deelname verbeteren, by staff.' })
  @Directive('@authenticated')
  async updateProjectParticipation(
    @Arg('input', { description: 'Which one, and its days.' }) input: UpdateProjectParticipationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { participation: await this.service.update(viewer, input) };
  }

  @Mutation(() => RemoveProjectParticipationPayload, {
    description: 'Deelname schrappen that never was, by staff; one that was is ended (leaveProject).',
  })
  @Directive('@authenticated')
  async removeProjectParticipation(
    @Arg('input', { description: 'Which one.' }) input: RemoveProjectParticipationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { deletedId: await this.service.remove(viewer, input) };
  }
}
