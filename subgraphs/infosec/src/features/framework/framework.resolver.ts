import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { FrameworkKey } from './framework.input.js';
import { frameworkReads } from './framework.reads.js';
import { Framework, FrameworkConnection } from './framework.type.js';

@Resolver()
export class FrameworkResolver {
  @Query(() => FrameworkConnection, {
    nullable: true,
    description: 'Raamwerken: all frameworks that measurements can use.',
  })
  frameworks(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(frameworkReads, info);
  }

  @Query(() => Framework, { nullable: true, description: 'Raamwerk: one edition of a framework.' })
  framework(@Args() { ref, edition }: FrameworkKey, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.one(frameworkReads, { ref, edition }, info);
  }
}
