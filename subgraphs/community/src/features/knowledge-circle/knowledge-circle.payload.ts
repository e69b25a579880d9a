import { DeletionPayload, Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { CircleMembership, KnowledgeCircle } from './knowledge-circle.type.js';

@ObjectType()
abstract class KnowledgeCirclePayload extends Payload {
  @Field(() => KnowledgeCircle, {
    nullable: true,
    description: 'Kenniskring as it is now; null when nothing was done.',
  })
  knowledgeCircle?: string;
}

@ObjectType({ description: 'Antwoord op createKnowledgeCircle.' })
export class CreateKnowledgeCirclePayload extends KnowledgeCirclePayload {}

@ObjectType({ description: 'Antwoord op updateKnowledgeCircle.' })
export class UpdateKnowledgeCirclePayload extends KnowledgeCirclePayload {}

@ObjectType({ description: 'Antwoord op formaliseKnowledgeCircle.' })
export class FormaliseKnowledgeCirclePayload extends KnowledgeCirclePayload {}

@ObjectType({ description: 'Antwoord op endKnowledgeCircle.' })
export class EndKnowledgeCirclePayload extends KnowledgeCirclePayload {}

@ObjectType({ description: 'Antwoord op appointCoordinator.' })
export class AppointCoordinatorPayload extends KnowledgeCirclePayload {}

@ObjectType({ description: 'Antwoord op dismissCoordinator.' })
export class DismissCoordinatorPayload extends KnowledgeCirclePayload {}

@ObjectType()
abstract class CircleMembershipPayload extends Payload {
  @Field(() => CircleMembership, {
    nullable: true,
    description: 'Lidmaatschap as it is now; null when nothing was done.',
  })
  circleMembership?: string;
}

@ObjectType({ description: 'Antwoord op joinKnowledgeCircle.' })
export class JoinKnowledgeCirclePayload extends CircleMembershipPayload {}

@ObjectType({ description: 'Antwoord op leaveKnowledgeCircle.' })
export class LeaveKnowledgeCirclePayload extends CircleMembershipPayload {}

@ObjectType({ description: 'Antwoord op updateCircleMembership.' })
export class UpdateCircleMembershipPayload extends CircleMembershipPayload {}

@ObjectType({ description: 'Antwoord op removeCircleMembership.' })
export class RemoveCircleMembershipPayload extends DeletionPayload {}
