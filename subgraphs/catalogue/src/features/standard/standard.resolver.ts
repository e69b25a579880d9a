import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { standardReads } from './standard.reads.js';
import { Standard, StandardConnection } from './standard.type.js';

@Resolver()
export class StandardResolver {
  @Query(() => StandardConnection, { nullable: true, description: 'Standaarden: the standards of the OSLO register.' })
  standards(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(standardReads, info);
  }

  @Query(() => Standard, { nullable: true, description: 'Standaard: one standard by its slug.' })
  standard(
    @Arg('slug', () => String, { description: 'Its name in a URL.' }) slug: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(standardReads, { slug }, info);
  }
}
