import { DeletionPayload, Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { CircleTrajectory } from './circle-trajectory.type.js';

@ObjectType()
abstract class CircleTrajectoryPayload extends Payload {
  @Field(() => CircleTrajectory, { nullable: true, description: 'Traject as it is now; null when nothing was done.' })
  circleTrajectory?: string;
}

@ObjectType({ description: 'Antwoord op startTrajectory.' })
export class StartTrajectoryPayload extends CircleTrajectoryPayload {}

@ObjectType({ description: 'Antwoord op advanceTrajectory.' })
export class AdvanceTrajectoryPayload extends CircleTrajectoryPayload {}

@ObjectType({ description: 'Antwoord op updateTrajectory.' })
export class UpdateTrajectoryPayload extends CircleTrajectoryPayload {}

@ObjectType({ description: 'Antwoord op removeTrajectory.' })
export class RemoveTrajectoryPayload extends DeletionPayload {}
