import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Person } from '../person/person.type.js';

@ObjectType({ description: 'Antwoord op giveConsent.' })
export class GiveConsentPayload extends Payload {
  @Field(() => Person, { nullable: true, description: 'Persoon, as it is now; null when it was refused.' })
  person?: string;
}

@ObjectType({ description: 'Antwoord op withdrawConsent.' })
export class WithdrawConsentPayload extends Payload {
  @Field(() => Person, { nullable: true, description: 'Persoon, as it is now; null when it was refused.' })
  person?: string;
}
