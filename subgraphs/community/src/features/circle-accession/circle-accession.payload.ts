import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { CircleAccession } from './circle-accession.type.js';

@ObjectType()
abstract class CircleAccessionPayload extends Payload {
  @Field(() => CircleAccession, { nullable: true, description: 'Toetreding as it is now; null when nothing was done.' })
  circleAccession?: string;
}

@ObjectType({ description: 'Antwoord op requestCircleAccession.' })
export class RequestCircleAccessionPayload extends CircleAccessionPayload {}

@ObjectType({ description: 'Antwoord op acceptCircleAccession.' })
export class AcceptCircleAccessionPayload extends CircleAccessionPayload {}

@ObjectType({ description: 'Antwoord op declineCircleAccession.' })
export class DeclineCircleAccessionPayload extends CircleAccessionPayload {}

@ObjectType({ description: 'Antwoord op withdrawCircleAccession.' })
export class WithdrawCircleAccessionPayload extends CircleAccessionPayload {}
