import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { cohortReads } from './cohort.reads.js';
import { Cohort, CohortConnection } from './cohort.type.js';

@Resolver()
export class CohortResolver {
  @Query(() => CohortConnection, {
    nullable: true,
    description: 'Vergelijkingsgroepen: all fixed groups for comparison.',
  })
  cohorts(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(cohortReads, info);
  }

  @Query(() => Cohort, { nullable: true, description: 'Vergelijkingsgroep: one by its id.' })
  cohort(
    @Arg('id', () => ID, { description: 'Identificatie of the group.' }) id: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(cohortReads, { id }, info);
  }
}
