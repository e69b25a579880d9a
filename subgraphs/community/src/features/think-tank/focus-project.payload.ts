import { DeletionPayload, Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { FocusProject } from './think-tank.type.js';

@ObjectType()
abstract class FocusProjectPayload extends Payload {
  @Field(() => FocusProject, { nullable: true, description: 'Speerpunt; null when nothing was changed.' })
  focusProject?: string;
}

@ObjectType({ description: 'Antwoord op proposeFocusProject.' })
export class ProposeFocusProjectPayload extends FocusProjectPayload {}

@ObjectType({ description: 'Antwoord op updateFocusProject.' })
export class UpdateFocusProjectPayload extends FocusProjectPayload {}

@ObjectType({ description: 'Antwoord op changeFocusProjectStatus.' })
export class ChangeFocusProjectStatusPayload extends FocusProjectPayload {}

@ObjectType({ description: 'Antwoord op deleteFocusProject.' })
export class DeleteFocusProjectPayload extends DeletionPayload {}
