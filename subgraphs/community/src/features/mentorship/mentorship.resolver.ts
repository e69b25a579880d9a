import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { AnswerMentorshipInput, EndMentorshipInput, MatchMentorshipInput } from './mentorship.input.js';
import { AnswerMentorshipPayload, EndMentorshipPayload, MatchMentorshipPayload } from './mentorship.payload.js';
import { mentorshipReads } from './mentorship.reads.js';
import type { MentorshipService } from './mentorship.service.js';
import { MentorshipConnection } from './mentorship.type.js';

@Resolver()
export class MentorshipResolver {
  constructor(private readonly service: MentorshipService) {}

  @Query(() => MentorshipConnection, { nullable: true, description: 'Mentorschappen: your own; for staff all.' })
  mentorships(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(mentorshipReads, info);
  }

  @Mutation(() => MatchMentorshipPayload, {
    description: 'Mentorschap voorstellen, by staff: both parties get a mail.',
  })
  @Directive('@authenticated')
  async matchMentorship(
    @Arg('input', { description: 'Which offer and request.' }) input: MatchMentorshipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { mentorship: await this.service.match(viewer, input) };
  }

  @Mutation(() => AnswerMentorshipPayload, {
    description: 'Voorgesteld mentorschap beantwoorden, by the expert or who asked; staff may decline.',
  })
  @Directive('@authenticated')
  async answerMentorship(
    @Arg('input', { description: 'Your answer.' }) input: AnswerMentorshipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { mentorship: await this.service.answer(viewer, input) };
  }

  @Mutation(() => EndMentorshipPayload, { description: 'Mentorschap beëindigen, by one of the parties or by staff.' })
  @Directive('@authenticated')
  async endMentorship(
    @Arg('input', { description: 'Which one.' }) input: EndMentorshipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { mentorship: await this.service.end(viewer, input) };
  }
}
