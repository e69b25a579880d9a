import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, Info, Query, Resolver } from 'type-graphql';
import { eventSeriesReads } from './event-series.reads.js';
import { EventSeriesConnection } from './event-series.type.js';

@Resolver()
export class EventSeriesResolver {
  @Query(() => EventSeriesConnection, {
    nullable: true,
    description: 'Reeksen: the series of events, each with its editions.',
  })
  eventSeries(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(eventSeriesReads, info);
  }
}
