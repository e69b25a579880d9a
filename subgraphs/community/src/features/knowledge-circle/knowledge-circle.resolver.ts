import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { knowledgeCircleReads } from './knowledge-circle.reads.js';
import { KnowledgeCircle, KnowledgeCircleConnection } from './knowledge-circle.type.js';

@Resolver()
export class KnowledgeCircleResolver {
  @Query(() => KnowledgeCircleConnection, {
    nullable: true,
    description: 'Kenniskringen: all knowledge circles of Flanders.',
  })
  knowledgeCircles(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(knowledgeCircleReads, info);
  }

  @Query(() => KnowledgeCircle, { nullable: true, description: 'Kenniskring: one by its id.' })
  knowledgeCircle(
    @Arg('id', () => ID, { description: 'Identificatie of the circle.' }) id: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(knowledgeCircleReads, { id }, info);
  }
}
