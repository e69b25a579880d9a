import { DeletionPayload, Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { MentorshipOffer, MentorshipRequest } from './mentorship.type.js';

@ObjectType()
abstract class OfferPayload extends Payload {
  @Field(() => MentorshipOffer, { nullable: true, description: 'Aanbod; null when nothing was changed.' })
  offer?: string;
}

@ObjectType()
abstract class RequestPayload extends Payload {
  @Field(() => MentorshipRequest, { nullable: true, description: 'Vraag; null when nothing was changed.' })
  request?: string;
}

@ObjectType({ description: 'Antwoord op offerMentorship.' })
export class OfferMentorshipPayload extends OfferPayload {}

@ObjectType({ description: 'Antwoord op requestMentorship.' })
export class RequestMentorshipPayload extends RequestPayload {}

@ObjectType({ description: 'Antwoord op updateMentorshipOffer.' })
export class UpdateMentorshipOfferPayload extends OfferPayload {}

@ObjectType({ description: 'Antwoord op updateMentorshipRequest.' })
export class UpdateMentorshipRequestPayload extends RequestPayload {}

@ObjectType({ description: 'Antwoord op closeMentorshipOffer.' })
export class CloseMentorshipOfferPayload extends OfferPayload {}

@ObjectType({ description: 'Antwoord op closeMentorshipRequest.' })
export class CloseMentorshipRequestPayload extends RequestPayload {}

@ObjectType({ description: 'Antwoord op deleteMentorshipOffer.' })
export class DeleteMentorshipOfferPayload extends DeletionPayload {}

@ObjectType({ description: 'Antwoord op deleteMentorshipRequest.' })
export class DeleteMentorshipRequestPayload extends DeletionPayload {}
