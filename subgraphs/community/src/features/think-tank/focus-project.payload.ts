import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { FocusProject } from './think-tank.type.js';

@ObjectType({ description: 'Antwoord op proposeFocusProject.' })
export class ProposeFocusProjectPayload extends Payload {
  @Field(() => FocusProject, { nullable: true, description: 'Speerpunt; null when nothing was changed.' })
  focusProject?: string;
}

@ObjectType({ description: 'Antwoord op changeFocusProjectStatus.' })
export class ChangeFocusProjectStatusPayload extends Payload {
  @Field(() => FocusProject, { nullable: true, description: 'Speerpunt; null when nothing was changed.' })
  focusProject?: string;
}
