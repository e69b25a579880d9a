import { Payload } from '@lokaal/shared/graphql';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Antwoord op retryMail.' })
export class RetryMailPayload extends Payload {
  @Field(() => ID, {
    nullable: true,
    description: 'Identificatie of the mail that is tried again at once; null when nothing was changed.',
  })
  mailId?: string;
}
