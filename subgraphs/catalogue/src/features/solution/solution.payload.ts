import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Solution } from './solution.type.js';

@ObjectType()
abstract class SolutionPayload extends Payload {
  @Field(() => Solution, { nullable: true, description: 'Oplossing as it is now; null when nothing was done.' })
  solution?: string;
}

@ObjectType({ description: 'Antwoord op createSolution.' })
export class CreateSolutionPayload extends SolutionPayload {}

@ObjectType({ description: 'Antwoord op updateSolution.' })
export class UpdateSolutionPayload extends SolutionPayload {}

@ObjectType({ description: 'Antwoord op submitSolution.' })
export class SubmitSolutionPayload extends SolutionPayload {}

@ObjectType({ description: 'Antwoord op publishSolution.' })
export class PublishSolutionPayload extends SolutionPayload {}
