import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { solutionReads } from './solution.reads.js';
import { Solution, SolutionConnection } from './solution.type.js';

@Resolver()
export class SolutionResolver {
  @Query(() => SolutionConnection, { description: 'Oplossingscatalogus: all solutions that the viewer may see.' })
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
}
