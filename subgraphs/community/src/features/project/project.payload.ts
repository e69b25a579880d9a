import { DeletionPayload, Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Project } from './project.type.js';

@ObjectType({ description: 'Antwoord op createProject.' })
export class CreateProjectPayload extends Payload {
  @Field(() => Project, { nullable: true, description: 'Project as it is now; null when nothing was changed.' })
  project?: string;
}

@ObjectType({ description: 'Antwoord op updateProject.' })
export class UpdateProjectPayload extends Payload {
  @Field(() => Project, { nullable: true, description: 'Project as it is now; null when nothing was changed.' })
  project?: string;
}

@ObjectType({ description: 'Antwoord op changeProjectStatus.' })
export class ChangeProjectStatusPayload extends Payload {
  @Field(() => Project, { nullable: true, description: 'Project as it is now; null when nothing was changed.' })
  project?: string;
}

@ObjectType({ description: 'Antwoord op deleteProject.' })
export class DeleteProjectPayload extends DeletionPayload {}

@ObjectType({ description: 'Antwoord op addProjectPartner.' })
export class AddProjectPartnerPayload extends Payload {
  @Field(() => Project, { nullable: true, description: 'Project as it is now; null when nothing was changed.' })
  project?: string;
}

@ObjectType({ description: 'Antwoord op removeProjectPartner.' })
export class RemoveProjectPartnerPayload extends Payload {
  @Field(() => Project, { nullable: true, description: 'Project as it is now; null when nothing was changed.' })
  project?: string;
}
