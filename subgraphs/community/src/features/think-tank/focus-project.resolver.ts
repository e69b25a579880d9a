import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  ChangeFocusProjectStatusInput,
  DeleteFocusProjectInput,
  ProposeFocusProjectInput,
  UpdateFocusProjectInput,
} from './focus-project.input.js';
import {
  ChangeFocusProjectStatusPayload,
  DeleteFocusProjectPayload,
  ProposeFocusProjectPayload,
  UpdateFocusProjectPayload,
} from './focus-project.payload.js';
import type { FocusProjectService } from './focus-project.service.js';
import { focusProjectReads } from './think-tank.reads.js';
import { FocusProjectConnection } from './think-tank.type.js';

@Resolver()
export class FocusProjectResolver {
  constructor(private readonly service: FocusProjectService) {}

  @Query(() => FocusProjectConnection, { nullable: true, description: 'Speerpunten of all think tanks.' })
  focusProjects(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(focusProjectReads, info);
  }

  @Mutation(() => ProposeFocusProjectPayload, {
    description: 'Speerpunt voorstellen, by a member of the think tank or by staff.',
  })
  @Directive('@authenticated')
  async proposeFocusProject(
    @Arg('input', { description: 'What is proposed.' }) input: ProposeFocusProjectInput,
    @Ctx() { viewer }: Context,
  ) {
    return { focusProject: await this.service.propose(viewer, input) };
  }

  @Mutation(() => ChangeFocusProjectStatusPayload, { description: 'Status van een speerpunt wijzigen, by staff.' })
  @Directive('@authenticated')
  async changeFocusProjectStatus(
    @Arg('input', { description: 'Which one, and its status.' }) input: ChangeFocusProjectStatusInput,
    @Ctx() { viewer }: Context,
  ) {
    return { focusProject: await this.service.changeStatus(viewer, input) };
  }

  @Mutation(() => UpdateFocusProjectPayload, {
    description: 'Speerpunt wijzigen, by staff; by who proposed it while it is a proposal.',
  })
  @Directive('@authenticated')
  async updateFocusProject(
    @Arg('input', { description: 'The changes.' }) input: UpdateFocusProjectInput,
    @Ctx() { viewer }: Context,
  ) {
    return { focusProject: await this.service.update(viewer, input) };
  }

  @Mutation(() => DeleteFocusProjectPayload, {
    description: 'Voorstel voor een speerpunt intrekken, by staff or by who proposed it.',
  })
  @Directive('@authenticated')
  async deleteFocusProject(
    @Arg('input', { description: 'Which proposal.' }) input: DeleteFocusProjectInput,
    @Ctx() { viewer }: Context,
  ) {
    return { deletedId: await this.service.delete(viewer, input) };
  }
}
