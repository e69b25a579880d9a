import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { SessionSignup } from './session-signup.type.js';

@ObjectType()
abstract class SessionSignupPayload extends Payload {
  @Field(() => SessionSignup, { nullable: true, description: 'Intekening as it is now; null when nothing was done.' })
  signup?: string;
}

@ObjectType({ description: 'Antwoord op signUpForSession.' })
export class SignUpForSessionPayload extends SessionSignupPayload {}

@ObjectType({ description: 'Antwoord op acceptSessionOffer.' })
export class AcceptSessionOfferPayload extends SessionSignupPayload {}

@ObjectType({ description: 'Antwoord op declineSessionOffer.' })
export class DeclineSessionOfferPayload extends SessionSignupPayload {}

@ObjectType({ description: 'Antwoord op cancelSessionSignup.' })
export class CancelSessionSignupPayload extends SessionSignupPayload {}
