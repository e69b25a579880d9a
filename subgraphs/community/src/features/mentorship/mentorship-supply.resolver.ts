import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { MentorshipSupplyService } from './mentorship-supply.service.js';
import {
  CloseMentorshipOfferInput,
  CloseMentorshipRequestInput,
  OfferMentorshipInput,
  RequestMentorshipInput,
} from './mentorship.input.js';
import {
  CloseMentorshipOfferPayload,
  CloseMentorshipRequestPayload,
  OfferMentorshipPayload,
  RequestMentorshipPayload,
} from './mentorship-supply.payload.js';
import { offerReads, requestReads } from './mentorship.reads.js';
import { MentorshipOfferConnection, MentorshipRequestConnection } from './mentorship.type.js';

@Resolver()
export class MentorshipSupplyResolver {
  constructor(private readonly service: MentorshipSupplyService) {}

  @Query(() => MentorshipOfferConnection, {
    nullable: true,
    description: 'Aanbod van mentoren: your own and what you are matched with; for staff all.',
  })
  mentorshipOffers(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(offerReads, info);
  }

  @Query(() => MentorshipRequestConnection, {
    nullable: true,
    description: 'Vragen naar een mentor: your own and what you are matched with; for staff all.',
  })
  mentorshipRequests(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(requestReads, info);
  }

  @Mutation(() => OfferMentorshipPayload, { description: 'Mentorschap aanbieden, for the company that employs you.' })
  @Directive('@authenticated')
  async offerMentorship(
    @Arg('input', { description: 'What you offer.' }) input: OfferMentorshipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { offer: await this.service.offer(viewer, input) };
  }

  @Mutation(() => RequestMentorshipPayload, { description: 'Mentor vragen, for the local authority that employs you.' })
  @Directive('@authenticated')
  async requestMentorship(
    @Arg('input', { description: 'What you ask.' }) input: RequestMentorshipInput,
    @Ctx() { viewer }: Context,
  ) {
    return { request: await this.service.request(viewer, input) };
  }

  @Mutation(() => CloseMentorshipOfferPayload, { description: 'Aanbod sluiten, by its expert or by staff.' })
  @Directive('@authenticated')
  async closeMentorshipOffer(
    @Arg('input', { description: 'Which one.' }) input: CloseMentorshipOfferInput,
    @Ctx() { viewer }: Context,
  ) {
    return { offer: await this.service.closeOffer(viewer, input) };
  }

  @Mutation(() => CloseMentorshipRequestPayload, { description: 'Vraag sluiten, by who asked or by staff.' })
  @Directive('@authenticated')
  async closeMentorshipRequest(
    @Arg('input', { description: 'Which one.' }) input: CloseMentorshipRequestInput,
    @Ctx() { viewer }: Context,
  ) {
    return { request: await this.service.closeRequest(viewer, input) };
  }
}
