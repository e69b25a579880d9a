import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { ThinkTank } from './think-tank.type.js';

@ObjectType({ description: 'Antwoord op createThinkTank.' })
export class CreateThinkTankPayload extends Payload {
  @Field(() => ThinkTank, { nullable: true, description: 'Denktank as it is now; null when nothing was changed.' })
  thinkTank?: string;
}

@ObjectType({ description: 'Antwoord op updateThinkTank.' })
export class UpdateThinkTankPayload extends Payload {
  @Field(() => ThinkTank, { nullable: true, description: 'Denktank as it is now; null when nothing was changed.' })
  thinkTank?: string;
}

@ObjectType({ description: 'Antwoord op addThinkTankMember.' })
export class AddThinkTankMemberPayload extends Payload {
  @Field(() => ThinkTank, { nullable: true, description: 'Denktank as it is now; null when nothing was changed.' })
  thinkTank?: string;
}

@ObjectType({ description: 'Antwoord op endThinkTankMembership.' })
export class EndThinkTankMembershipPayload extends Payload {
  @Field(() => ThinkTank, { nullable: true, description: 'Denktank as it is now; null when nothing was changed.' })
  thinkTank?: string;
}

@ObjectType({ description: 'Antwoord op addThinkTankMeeting.' })
export class AddThinkTankMeetingPayload extends Payload {
  @Field(() => ThinkTank, { nullable: true, description: 'Denktank as it is now; null when nothing was changed.' })
  thinkTank?: string;
}
