import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { SendEventMessageInput } from './event-message.input.js';
import { SendEventMessagePayload } from './event-message.payload.js';
import type { EventMessageService } from './event-message.service.js';

@Resolver()
export class EventMessageResolver {
  constructor(private readonly messages: EventMessageService) {}

  @Mutation(() => SendEventMessagePayload, {
    description:
      'Bericht sturen to who registered for an event, by who keeps it: at most ten a day. Each gets one mail, that says who wrote it and does not name the others.',
  })
  @Directive('@authenticated')
  async sendEventMessage(
    @Arg('input', { description: 'What, and to whom.' }) input: SendEventMessageInput,
    @Ctx() { viewer }: Context,
  ) {
    return { message: await this.messages.send(viewer, input) };
  }
}
