import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Municipality } from '../municipality/municipality.type.js';

@ObjectType({ description: 'Antwoord op mergeMunicipalities.' })
export class MergeMunicipalitiesPayload extends Payload {
  @Field(() => Municipality, {
    nullable: true,
    description: 'Gemeente na de fusie, with its predecessors and organisations; null when nothing was done.',
  })
  municipality?: string;
}
