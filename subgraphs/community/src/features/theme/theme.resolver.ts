import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { themeReads } from './theme.reads.js';
import { Theme, ThemeConnection } from './theme.type.js';

@Resolver()
export class ThemeResolver {
  @Query(() => ThemeConnection, { nullable: true, description: 'Thema’s of local digital government.' })
  themes(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(themeReads, info);
  }

  @Query(() => Theme, { nullable: true, description: 'Thema: one by its slug.' })
  theme(
    @Arg('slug', () => String, { description: 'Sleutel of the theme, for example informatieveiligheid.' }) slug: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(themeReads, { slug }, info);
  }
}
