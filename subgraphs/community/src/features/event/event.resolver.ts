import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, Info, Query, Resolver } from 'type-graphql';
import { askedEvents, EventKey, EventsArguments, givenKeys } from './event.args.js';
import { eventReads } from './event.reads.js';
import { Event, EventConnection } from './event.type.js';

@Resolver()
export class EventResolver {
  @Query(() => EventConnection, {
    nullable: true,
    description: 'Evenementen: what was and will be organised, in order of time. Drafts only for who keeps them.',
  })
  events(@Args() _asked: EventsArguments, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(eventReads, info, askedEvents);
  }

  @Query(() => Event, { nullable: true, description: 'Evenement: one by its id or its slug.' })
  event(@Args() key: EventKey, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.one(eventReads, givenKeys(key), info);
  }
}
