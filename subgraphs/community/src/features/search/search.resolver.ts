import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { SearchArguments } from './search.input.js';
import { searchResultReads } from './search.reads.js';
import { SearchResultConnection } from './search.type.js';

@Resolver()
export class SearchResolver {
  @Query(() => SearchResultConnection, {
    nullable: true,
    description:
      'Zoeken in everything of the community at once, in Dutch: the best match first, and what looks like it when nothing matches.',
  })
  search(@Args() _asked: SearchArguments, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.search(searchResultReads, info);
  }
}
