import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Mentorship } from './mentorship.type.js';

@ObjectType({ description: 'Antwoord op matchMentorship.' })
export class MatchMentorshipPayload extends Payload {
  @Field(() => Mentorship, { nullable: true, description: 'Mentorschap as it is now; null when nothing was changed.' })
  mentorship?: string;
}

@ObjectType({ description: 'Antwoord op answerMentorship.' })
export class AnswerMentorshipPayload extends Payload {
  @Field(() => Mentorship, { nullable: true, description: 'Mentorschap as it is now; null when nothing was changed.' })
  mentorship?: string;
}

@ObjectType({ description: 'Antwoord op endMentorship.' })
export class EndMentorshipPayload extends Payload {
  @Field(() => Mentorship, { nullable: true, description: 'Mentorschap as it is now; null when nothing was changed.' })
  mentorship?: string;
}
