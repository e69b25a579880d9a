import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Person } from '../person/person.type.js';

@ObjectType()
abstract class PersonPayload extends Payload {
  @Field(() => Person, { nullable: true, description: 'Persoon as it is now; null when nothing was changed.' })
  person?: string;
}

@ObjectType({ description: 'Antwoord op createPerson.' })
export class CreatePersonPayload extends PersonPayload {}

@ObjectType({ description: 'Antwoord op updatePerson.' })
export class UpdatePersonPayload extends PersonPayload {}
