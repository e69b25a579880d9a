import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import {
  ConfirmMailingListSubscriptionInput,
  EndMailingListSubscriptionInput,
  SubscribeToMailingListInput,
  UnsubscribeFromMailingListInput,
} from './mailing-list.input.js';
import {
  ConfirmMailingListSubscriptionPayload,
  EndMailingListSubscriptionPayload,
  SubscribeToMailingListPayload,
  UnsubscribeFromMailingListPayload,
} from './mailing-list.payload.js';
import { isOwnSubscription, subscriptionReads } from './mailing-list.reads.js';
import { MailingListSubscriptionConnection } from './mailing-list.type.js';
import type { SubscriptionService } from './subscription.service.js';

@Resolver()
export class SubscriptionResolver {
  constructor(private readonly subscriptions: SubscriptionService) {}

  @Query(() => MailingListSubscriptionConnection, {
    nullable: true,
    description:
      'Mijn inschrijvingen on mailing lists: those of your confirmed address of today, whether you were signed in when you subscribed or not.',
  })
  mySubscriptions(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(subscriptionReads, info, isOwnSubscription);
  }

  @Mutation(() => SubscribeToMailingListPayload, {
    description:
      'Inschrijven op een mailinglijst: a mail asks the owner of the address to confirm. Your own confirmed address needs none.',
  })
  async subscribeToMailingList(
    @Arg('input', { description: 'Who subscribes to what.' }) input: SubscribeToMailingListInput,
    @Ctx() { viewer, clientAddress }: Context,
  ) {
    return { mailingList: await this.subscriptions.subscribe(viewer, input, clientAddress) };
  }

  @Mutation(() => ConfirmMailingListSubscriptionPayload, {
    description: 'Inschrijving bevestigen: follows the link in the mail; no account is needed.',
  })
  async confirmMailingListSubscription(
    @Arg('input', { description: 'What the mailed link holds.' }) { token }: ConfirmMailingListSubscriptionInput,
  ) {
    return { mailingList: await this.subscriptions.confirm(token) };
  }

  @Mutation(() => UnsubscribeFromMailingListPayload, {
    description: 'Uitschrijven by the link at the end of an issue; no account is needed.',
  })
  async unsubscribeFromMailingList(
    @Arg('input', { description: 'What the link holds.' }) { token }: UnsubscribeFromMailingListInput,
  ): Promise<UnsubscribeFromMailingListPayload> {
    await this.subscriptions.unsubscribe(token);
    return {};
  }

  @Mutation(() => EndMailingListSubscriptionPayload, {
    description: 'Inschrijving beëindigen: your own while you are signed in, or any by staff.',
  })
  @Directive('@authenticated')
  async endMailingListSubscription(
    @Arg('input', { description: 'Which one.' }) input: EndMailingListSubscriptionInput,
    @Ctx() { viewer }: Context,
  ) {
    return { subscription: await this.subscriptions.endOne(viewer, input) };
  }
}
