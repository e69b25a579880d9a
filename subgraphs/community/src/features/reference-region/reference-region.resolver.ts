import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import { referenceRegionReads } from './reference-region.reads.js';
import { ReferenceRegionConnection } from './reference-region.type.js';

@Resolver()
export class ReferenceRegionResolver {
  @Query(() => ReferenceRegionConnection, {
    nullable: true,
    description: 'Referentieregio’s of Flanders, each with its municipalities: what a drop-down needs.',
  })
  referenceRegions(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(referenceRegionReads, info);
  }
}
