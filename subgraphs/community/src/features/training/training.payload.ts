import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { TrainingSession } from './training-session.type.js';
import { Training } from './training.type.js';

/** The training that was changed, by its id. */
@ObjectType()
abstract class TrainingPayload extends Payload {
  @Field(() => Training, { nullable: true, description: 'Opleiding as it is now; null when nothing was changed.' })
  training?: string;
}

@ObjectType({ description: 'Antwoord op createTraining.' })
export class CreateTrainingPayload extends TrainingPayload {}

@ObjectType({ description: 'Antwoord op updateTraining.' })
export class UpdateTrainingPayload extends TrainingPayload {}

@ObjectType({ description: 'Antwoord op removeTrainingSession.' })
export class RemoveTrainingSessionPayload extends TrainingPayload {}

/** The session that was changed, by its id. */
@ObjectType()
abstract class TrainingSessionPayload extends Payload {
  @Field(() => TrainingSession, {
    nullable: true,
    description: 'Opleidingssessie as it is now; null when nothing was changed.',
  })
  trainingSession?: string;
}

@ObjectType({ description: 'Antwoord op addTrainingSession.' })
export class AddTrainingSessionPayload extends TrainingSessionPayload {}

@ObjectType({ description: 'Antwoord op setTrainer.' })
export class SetTrainerPayload extends TrainingSessionPayload {}
