import { ExpectedVersion, IdempotencyKey, IfValue, IsId, IsName } from '@lokaal/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { longestName } from '../person/longest-name.js';

@InputType()
abstract class TrainerInput {
  @Field(() => ID, { nullable: true, description: 'Lesgever who is in the graph; none for a guest.' })
  @IfValue()
  @IsId('person')
  trainerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Naam van de lesgever as it is printed, 2 to 100 characters, without web address; that of the person when absent.',
  })
  @IfValue()
  @IsName(2, longestName)
  trainerName?: string | null;
}

@InputType({ description: 'Nieuwe opleidingssessie: a training, and the event as which it is held.' })
export class AddTrainingSessionInput extends TrainerInput {
  @Field(() => ID, { description: 'Opleiding that is given; it is on offer.' })
  @IsId('training')
  trainingId!: string;

  @Field(() => ID, { description: 'Evenement as which it is held: of no other training yet, and not over.' })
  @IsId('event')
  eventId!: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Lesgever van een opleidingssessie: who gives it from now on; neither: not known yet.' })
export class SetTrainerInput extends TrainerInput {
  @Field(() => ID, { description: 'Opleidingssessie: its id.' })
  @IsId('trainingsession')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Opleidingssessie weghalen: its event stays, as a session of no training.' })
export class RemoveTrainingSessionInput {
  @Field(() => ID, { description: 'Opleidingssessie: its id.' })
  @IsId('trainingsession')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}
