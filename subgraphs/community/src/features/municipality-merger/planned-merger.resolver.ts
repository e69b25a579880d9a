import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { PlanMunicipalityMergerInput, WithdrawPlannedMergerInput } from './municipality-merger.input.js';
import { PlanMunicipalityMergerPayload, WithdrawPlannedMergerPayload } from './planned-merger.payload.js';
import { plannedMergerReads } from './planned-merger.reads.js';
import type { PlannedMergerService } from './planned-merger.service.js';
import { PlannedMergerConnection } from './planned-merger.type.js';

@Resolver()
export class PlannedMergerResolver {
  constructor(private readonly mergers: Pick<PlannedMergerService, 'plan' | 'withdraw'>) {}

  @Query(() => PlannedMergerConnection, {
    nullable: true,
    description: 'Geplande fusies, and what became of them: all for staff, your own for who works for an authority.',
  })
  plannedMergers(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(plannedMergerReads, info);
  }

  @Mutation(() => PlanMunicipalityMergerPayload, {
    description:
      'Fusie van gemeenten plannen, by staff. Everything is checked now and again on its day, when it takes effect by itself as mergeMunicipalities does; when something is against it then, staff get a mail and nothing of it is done.',
  })
  @Directive('@authenticated')
  async planMunicipalityMerger(
    @Arg('input', { description: 'What merges into what, and when.' }) input: PlanMunicipalityMergerInput,
    @Ctx() { viewer }: Context,
  ) {
    return { plannedMerger: await this.mergers.plan(viewer, input) };
  }

  @Mutation(() => WithdrawPlannedMergerPayload, { description: 'Geplande fusie intrekken before its day, by staff.' })
  @Directive('@authenticated')
  async withdrawPlannedMerger(
    @Arg('input', { description: 'Which one.' }) input: WithdrawPlannedMergerInput,
    @Ctx() { viewer }: Context,
  ) {
    return { plannedMerger: await this.mergers.withdraw(viewer, input) };
  }
}
