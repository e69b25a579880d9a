import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { UndeliveredMail } from './undelivered-mail.type.js';

@ObjectType({ description: 'Antwoord op retryMail.' })
export class RetryMailPayload extends Payload {
  @Field(() => UndeliveredMail, {
    nullable: true,
    description: 'Mail that is tried again; null when nothing was changed, and when the mail server took it meanwhile.',
  })
  undeliveredMail?: string;
}
