import { DeletionPayload, Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { ProjectParticipation } from './project.type.js';

@ObjectType()
abstract class ParticipationPayload extends Payload {
  @Field(() => ProjectParticipation, { nullable: true, description: 'Deelname; null when nothing was changed.' })
  participation?: string;
}

@ObjectType({ description: 'Antwoord op joinProject.' })
export class JoinProjectPayload extends ParticipationPayload {}

@ObjectType({ description: 'Antwoord op leaveProject.' })
export class LeaveProjectPayload extends Payload {
  @Field(() => ProjectParticipation, {
    nullable: true,
    description: 'Deelname as it ended; null when nothing was changed, or when it began today and so never was.',
  })
  participation?: string;
}

@ObjectType({ description: 'Antwoord op recordProjectParticipation.' })
export class RecordProjectParticipationPayload extends ParticipationPayload {}

@ObjectType({ description: 'Antwoord op updateProjectParticipation.' })
export class UpdateProjectParticipationPayload extends ParticipationPayload {}

@ObjectType({ description: 'Antwoord op removeProjectParticipation.' })
export class RemoveProjectParticipationPayload extends DeletionPayload {}
