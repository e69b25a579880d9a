import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { EventMessage } from './event-message.type.js';

@ObjectType({ description: 'Antwoord op sendEventMessage.' })
export class SendEventMessagePayload extends Payload {
  @Field(() => EventMessage, { nullable: true, description: 'Bericht as it was sent; null when nothing was sent.' })
  message?: string;
}
