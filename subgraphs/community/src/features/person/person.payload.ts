import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Person } from './person.type.js';

@ObjectType({ description: 'Antwoord op updateMyProfile.' })
export class UpdateMyProfilePayload extends Payload {
  @Field(() => Person, { nullable: true, description: 'Persoon: you, as you are now; null when nothing was changed.' })
  person?: string;
}
