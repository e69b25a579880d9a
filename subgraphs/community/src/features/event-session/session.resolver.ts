import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { askedSessions, SessionsArguments } from './session.args.js';
import { sessionReads } from './session.reads.js';
import { Session, SessionConnection } from './session.type.js';

@Resolver()
export class SessionResolver {
  @Query(() => SessionConnection, {
    nullable: true,
    description: 'Sessies of all events, in order of time. Private ones only for who may attend them.',
  })
  sessions(@Args() _asked: SessionsArguments, @Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(sessionReads, info, askedSessions);
  }

  @Query(() => Session, { nullable: true, description: 'Sessie: one by its id.' })
  session(
    @Arg('id', () => ID, { description: 'Identificatie of the session.' }) id: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(sessionReads, { id }, info);
  }
}
