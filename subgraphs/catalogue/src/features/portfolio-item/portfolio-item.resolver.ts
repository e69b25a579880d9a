import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import { portfolioItemReads } from './portfolio-item.reads.js';
import { PortfolioItemConnection } from './portfolio-item.type.js';

@Resolver()
export class PortfolioItemResolver {
  @Query(() => PortfolioItemConnection, {
    nullable: true,
    description: 'Softwareportfolio’s: items of all authorities, as far as the viewer may see them.',
  })
  portfolioItems(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(portfolioItemReads, info);
  }
}
