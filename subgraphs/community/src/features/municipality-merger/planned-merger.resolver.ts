import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  AmendPlannedMergerInput,
  PlanMunicipalityMergerInput,
  WithdrawPlannedMergerInput,
} from './municipality-merger.input.js';
import {
  AmendPlannedMergerPayload,
  PlanMunicipalityMergerPayload,
  WithdrawPlannedMergerPayload,
} from './planned-merger.payload.js';
import { plannedMergerReads } from './planned-merger.reads.js';
import type { PlannedMergerService } from './planned-merger.service.js';
import { PlannedMergerConnection } from './planned-merger.type.js';

@Resolver()
export class PlannedMergerResolver {
  constructor(private readonly mergers: Pick<PlannedMergerService, 'plan' | 'amend' | 'withdraw'>) {}

  @Query(() => PlannedMergerConnection, {
    nullable: true,
    description: 'Geplande fusies, and what became of them: all for staff, your own for who works for an authority.',
  })
  plannedMergers(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(plannedMergerReads, info);
  }

  @Mutation(() => PlanMunicipalityMergerPayload, {
    description:
      'Fusie van gemeenten plannen, by staff. Everything is checked now and again when it takes effect, by itself as mergeMunicipalities does: on its first day, but not within two weeks. Contact persons, DPO and CISO of what merges are told now. When something is against it in the end, staff get a mail and nothing of it is done.',
  })
  @Directive('@authenticated')
  async planMunicipalityMerger(
    @Arg('input', { description: 'What merges into what, and when.' }) input: PlanMunicipalityMergerInput,
    @Ctx() { viewer }: Context,
  ) {
    return { plannedMerger: await this.mergers.plan(viewer, input) };
  }

  @Mutation(() => AmendPlannedMergerPayload, {
    description:
      'Geplande fusie wijzigen before it takes effect, by staff, or one that failed plannen opnieuw. With another day it takes effect two weeks from now at the earliest, and who is concerned is told.',
  })
  @Directive('@authenticated')
  async amendPlannedMerger(
    @Arg('input', { description: 'Which one, and what changes.' }) input: AmendPlannedMergerInput,
    @Ctx() { viewer }: Context,
  ) {
    return { plannedMerger: await this.mergers.amend(viewer, input) };
  }

  @Mutation(() => WithdrawPlannedMergerPayload, {
    description: 'Geplande fusie intrekken before it takes effect, by staff. Who was told of it is told.',
  })
  @Directive('@authenticated')
  async withdrawPlannedMerger(
    @Arg('input', { description: 'Which one.' }) input: WithdrawPlannedMergerInput,
    @Ctx() { viewer }: Context,
  ) {
    return { plannedMerger: await this.mergers.withdraw(viewer, input) };
  }
}
