import { DeletionPayload, Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Partnership } from './partnership.type.js';

@ObjectType({ description: 'Antwoord op createPartnership.' })
export class CreatePartnershipPayload extends Payload {
  @Field(() => Partnership, {
    nullable: true,
    description: 'Partnerschap as it is now; null when nothing was changed.',
  })
  partnership?: string;
}

@ObjectType({ description: 'Antwoord op updatePartnership.' })
export class UpdatePartnershipPayload extends Payload {
  @Field(() => Partnership, {
    nullable: true,
    description: 'Partnerschap as it is now; null when nothing was changed.',
  })
  partnership?: string;
}

@ObjectType({ description: 'Antwoord op deletePartnership.' })
export class DeletePartnershipPayload extends DeletionPayload {}
