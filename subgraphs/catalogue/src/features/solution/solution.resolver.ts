import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  CreateSolutionInput,
  PublishSolutionInput,
  SubmitSolutionInput,
  UpdateSolutionInput,
} from './solution.input.js';
import {
  CreateSolutionPayload,
  PublishSolutionPayload,
  SubmitSolutionPayload,
  UpdateSolutionPayload,
} from './solution.payload.js';
import { solutionReads } from './solution.reads.js';
import type { SolutionService } from './solution.service.js';
import { Solution, SolutionConnection } from './solution.type.js';

/** Vendors keep their entries by hand, or by a system with a key. */
const bySystemsToo = '@requiresScopes(scopes: [["PERSON"], ["CATALOGUE_WRITE"]])';

@Resolver()
export class SolutionResolver {
  constructor(private readonly service: SolutionService) {}

  @Query(() => SolutionConnection, {
    nullable: true,
    description:
      'Oplossingscatalogus: all solutions that the viewer may see; filter by status for those that are offered today.',
  })
  solutions(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(solutionReads, info);
  }

  @Query(() => Solution, { nullable: true, description: 'Oplossing: one solution by its slug.' })
  solution(
    @Arg('slug', () => String, { description: 'Its name in a URL.' }) slug: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(solutionReads, { slug }, info);
  }

  @Mutation(() => CreateSolutionPayload, {
    description:
      'Nieuwe oplossing: a draft, by an editor of the vendor’s company, by its system with a key of scope CATALOGUE_WRITE, or by staff.',
  })
  @Directive(bySystemsToo)
  async createSolution(
    @Arg('input', { description: 'The new entry.' }) input: CreateSolutionInput,
    @Ctx() { viewer, clock }: Context,
  ) {
    return { solution: await this.service.create(viewer, input, clock) };
  }

  @Mutation(() => UpdateSolutionPayload, {
    description:
      'Oplossing wijzigen, by an editor of the vendor’s company, by its system with a key of scope CATALOGUE_WRITE, or by staff. Of a published entry everybody sees the change at once.',
  })
  @Directive(bySystemsToo)
  async updateSolution(
    @Arg('input', { description: 'The changes.' }) input: UpdateSolutionInput,
    @Ctx() { viewer, clock }: Context,
  ) {
    return { solution: await this.service.update(viewer, input, clock) };
  }

  @Mutation(() => SubmitSolutionPayload, {
    description:
      'Oplossing indienen: asks staff to publish it. Also by the company’s system with a key of scope CATALOGUE_WRITE.',
  })
  @Directive(bySystemsToo)
  async submitSolution(
    @Arg('input', { description: 'Which entry.' }) input: SubmitSolutionInput,
    @Ctx() { viewer }: Context,
  ) {
    return { solution: await this.service.submit(viewer, input) };
  }

  @Mutation(() => PublishSolutionPayload, { description: 'Oplossing publiceren, by staff.' })
  @Directive('@authenticated')
  async publishSolution(
    @Arg('input', { description: 'Which entry.' }) input: PublishSolutionInput,
    @Ctx() { viewer, clock }: Context,
  ) {
    return { solution: await this.service.publish(viewer, input, clock) };
  }
}
