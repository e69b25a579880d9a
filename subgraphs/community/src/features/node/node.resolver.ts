import { type Context, Node } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import type { NodeLookup } from './node-lookup.js';

@Resolver()
export class NodeResolver {
  constructor(private readonly lookup: NodeLookup) {}

  @Query(() => Node, {
    nullable: true,
    description: 'Entiteit by its id, of whatever type; null when there is none or the viewer may not see it.',
  })
  async node(
    @Arg('id', () => ID, { description: 'Identificatie of the entity.' }) id: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const [found] = await this.lookup.find([id], reader, info);
    return found;
  }

  @Query(() => [Node], {
    nullable: 'itemsAndList',
    description: 'Entiteiten by their ids, at most 100, in the same order; null in the place of what is not there.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Identificaties of the entities.' }) ids: string[],
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.lookup.find(ids, reader, info);
  }
}
