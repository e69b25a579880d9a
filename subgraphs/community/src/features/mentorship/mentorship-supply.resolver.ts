import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { MentorshipSupplyService } from './mentorship-supply.service.js';
import {
  CloseMentorshipOfferInput,
  CloseMentorshipRequestInput,
  DeleteMentorshipOfferInput,
  DeleteMentorshipRequestInput,
  OfferMentorshipInput,
  RequestMentorshipInput,
  UpdateMentorshipOfferInput,
  UpdateMentorshipRequestInput,
} from './mentorship-supply.input.js';
import {
  CloseMentorshipOfferPayload,
  CloseMentorshipRequestPayload,
  DeleteMentorshipOfferPayload,
  DeleteMentorshipRequestPayload,
  OfferMentorshipPayload,
  RequestMentorshipPayload,
  UpdateMentorshipOfferPayload,
  UpdateMentorshipRequestPayload,
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

  @Mutation(() => UpdateMentorshipOfferPayload, {
    description: 'Aanbod wijzigen while it is open, by its expert or by staff.',
  })
  @Directive('@authenticated')
  async updateMentorshipOffer(
    @Arg('input', { description: 'The changes.' }) input: UpdateMentorshipOfferInput,
    @Ctx() { viewer }: Context,
  ) {
    return { offer: await this.service.updateOffer(viewer, input) };
  }

  @Mutation(() => DeleteMentorshipOfferPayload, {
    description: 'Aanbod intrekken that was never matched, by its expert or by staff; what was is closed.',
  })
  @Directive('@authenticated')
  async deleteMentorshipOffer(
    @Arg('input', { description: 'Which one.' }) input: DeleteMentorshipOfferInput,
    @Ctx() { viewer }: Context,
  ) {
    return { deletedId: await this.service.deleteOffer(viewer, input) };
  }

  @Mutation(() => UpdateMentorshipRequestPayload, {
    description: 'Vraag wijzigen while it is open, by who asked or by staff.',
  })
  @Directive('@authenticated')
  async updateMentorshipRequest(
    @Arg('input', { description: 'The changes.' }) input: UpdateMentorshipRequestInput,
    @Ctx() { viewer }: Context,
  ) {
    return { request: await this.service.updateRequest(viewer, input) };
  }

  @Mutation(() => DeleteMentorshipRequestPayload, {
    description: 'Vraag intrekken that was never matched, by who asked or by staff; what was is closed.',
  })
  @Directive('@authenticated')
  async deleteMentorshipRequest(
    @Arg('input', { description: 'Which one.' }) input: DeleteMentorshipRequestInput,
    @Ctx() { viewer }: Context,
  ) {
    return { deletedId: await this.service.deleteRequest(viewer, input) };
  }
}
