import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Organisation } from './organisation.type.js';

@ObjectType()
abstract class OrganisationPayload extends Payload {
  @Field(() => Organisation, { nullable: true, description: 'Organisatie as it is now; null when nothing was done.' })
  organisation?: string;
}

@ObjectType({ description: 'Antwoord op createOrganisation.' })
export class CreateOrganisationPayload extends OrganisationPayload {}

@ObjectType({ description: 'Antwoord op updateOrganisation.' })
export class UpdateOrganisationPayload extends OrganisationPayload {}

@ObjectType({ description: 'Antwoord op dissolveOrganisation.' })
export class DissolveOrganisationPayload extends OrganisationPayload {}
