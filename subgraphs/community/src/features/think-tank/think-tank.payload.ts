import { DeletionPayload, Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { ThinkTank } from './think-tank.type.js';

@ObjectType()
abstract class ThinkTankPayload extends Payload {
  @Field(() => ThinkTank, { nullable: true, description: 'Denktank as it is now; null when nothing was changed.' })
  thinkTank?: string;
}

@ObjectType({ description: 'Antwoord op createThinkTank.' })
export class CreateThinkTankPayload extends ThinkTankPayload {}

@ObjectType({ description: 'Antwoord op updateThinkTank.' })
export class UpdateThinkTankPayload extends ThinkTankPayload {}

@ObjectType({ description: 'Antwoord op addThinkTankMember.' })
export class AddThinkTankMemberPayload extends ThinkTankPayload {}

@ObjectType({ description: 'Antwoord op endThinkTankMembership.' })
export class EndThinkTankMembershipPayload extends ThinkTankPayload {}

@ObjectType({ description: 'Antwoord op updateThinkTankMember.' })
export class UpdateThinkTankMemberPayload extends ThinkTankPayload {}

@ObjectType({ description: 'Antwoord op addThinkTankMeeting.' })
export class AddThinkTankMeetingPayload extends ThinkTankPayload {}

@ObjectType({ description: 'Antwoord op removeThinkTankMeeting.' })
export class RemoveThinkTankMeetingPayload extends ThinkTankPayload {}

@ObjectType({ description: 'Antwoord op removeThinkTankMember.' })
export class RemoveThinkTankMemberPayload extends DeletionPayload {}
