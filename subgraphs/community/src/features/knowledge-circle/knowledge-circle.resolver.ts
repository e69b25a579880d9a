import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { organisationReads } from '../organisation/organisation.reads.js';
import { OrganisationConnection } from '../organisation/organisation.type.js';
import { AuthoritiesWithoutCircleArguments, withoutCircle } from './authorities-without-circle.args.js';
import { askedCircles, KnowledgeCirclesArguments } from './knowledge-circle.args.js';
import { knowledgeCircleReads } from './knowledge-circle.reads.js';
import { KnowledgeCircle, KnowledgeCircleConnection } from './knowledge-circle.type.js';

@Resolver()
export class KnowledgeCircleResolver {
  @Query(() => KnowledgeCircleConnection, {
    nullable: true,
    description: 'Kenniskringen: all knowledge circles of Flanders, those that are proposed or ended too.',
  })
  knowledgeCircles(
    @Args() _asked: KnowledgeCirclesArguments,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.page(knowledgeCircleReads, info, askedCircles);
  }

  @Query(() => KnowledgeCircle, { nullable: true, description: 'Kenniskring: one by its id.' })
  knowledgeCircle(
    @Arg('id', () => ID, { description: 'Identificatie of the circle.' }) id: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(knowledgeCircleReads, { id }, info);
  }

  @Query(() => OrganisationConnection, {
    nullable: true,
    description: 'Besturen zonder kenniskring: the blind spots, authorities of today that are in no circle.',
  })
  authoritiesWithoutCircle(
    @Args() _asked: AuthoritiesWithoutCircleArguments,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.page(organisationReads, info, withoutCircle);
  }
}
