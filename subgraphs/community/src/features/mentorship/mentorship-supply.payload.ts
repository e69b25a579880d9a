import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { MentorshipOffer, MentorshipRequest } from './mentorship.type.js';

@ObjectType({ description: 'Antwoord op offerMentorship.' })
export class OfferMentorshipPayload extends Payload {
  @Field(() => MentorshipOffer, { nullable: true, description: 'Aanbod; null when nothing was changed.' })
  offer?: string;
}

@ObjectType({ description: 'Antwoord op requestMentorship.' })
export class RequestMentorshipPayload extends Payload {
  @Field(() => MentorshipRequest, { nullable: true, description: 'Vraag; null when nothing was changed.' })
  request?: string;
}

@ObjectType({ description: 'Antwoord op closeMentorshipOffer.' })
export class CloseMentorshipOfferPayload extends Payload {
  @Field(() => MentorshipOffer, { nullable: true, description: 'Aanbod; null when nothing was changed.' })
  offer?: string;
}

@ObjectType({ description: 'Antwoord op closeMentorshipRequest.' })
export class CloseMentorshipRequestPayload extends Payload {
  @Field(() => MentorshipRequest, { nullable: true, description: 'Vraag; null when nothing was changed.' })
  request?: string;
}
