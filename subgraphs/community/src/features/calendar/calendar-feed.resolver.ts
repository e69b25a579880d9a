import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { CreateCalendarFeedInput, RevokeCalendarFeedInput } from './calendar-feed.input.js';
import { CreateCalendarFeedPayload, RevokeCalendarFeedPayload } from './calendar-feed.payload.js';
import type { CalendarFeedService } from './calendar-feed.service.js';

@Resolver()
export class CalendarFeedResolver {
  constructor(private readonly feeds: Pick<CalendarFeedService, 'create' | 'revoke'>) {}

  @Mutation(() => CreateCalendarFeedPayload, {
    description:
      'Agenda-abonnement maken: an address for a calendar program, shown this once. The same idempotencyKey gives the same feed without it: whoever lost it revokes the feed and makes another.',
  })
  @Directive('@authenticated')
  createCalendarFeed(
    @Arg('input', { description: 'What it shows.' }) input: CreateCalendarFeedInput,
    @Ctx() { viewer }: Context,
  ) {
    return this.feeds.create(viewer, input);
  }

  @Mutation(() => RevokeCalendarFeedPayload, {
    description: 'Agenda-abonnement beëindigen: from now on its address answers nothing.',
  })
  @Directive('@authenticated')
  async revokeCalendarFeed(
    @Arg('input', { description: 'Which one.' }) input: RevokeCalendarFeedInput,
    @Ctx() { viewer }: Context,
  ) {
    return { deletedId: await this.feeds.revoke(viewer, input) };
  }
}
