import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Registration } from './registration.type.js';

@ObjectType()
abstract class RegistrationPayload extends Payload {
  @Field(() => Registration, { nullable: true, description: 'Inschrijving as it is now; null when nothing was done.' })
  registration?: string;
}

@ObjectType({ description: 'Antwoord op registerForEvent.' })
export class RegisterForEventPayload extends RegistrationPayload {}

@ObjectType({ description: 'Antwoord op registerColleague.' })
export class RegisterColleaguePayload extends RegistrationPayload {}

@ObjectType({ description: 'Antwoord op acceptOffer.' })
export class AcceptOfferPayload extends RegistrationPayload {}

@ObjectType({ description: 'Antwoord op declineOffer.' })
export class DeclineOfferPayload extends RegistrationPayload {}

@ObjectType({ description: 'Antwoord op cancelRegistration.' })
export class CancelRegistrationPayload extends RegistrationPayload {}

@ObjectType({ description: 'Antwoord op changeRegistrationMode.' })
export class ChangeRegistrationModePayload extends RegistrationPayload {}

@ObjectType({ description: 'Antwoord op registerComplimentary.' })
export class RegisterComplimentaryPayload extends RegistrationPayload {}

@ObjectType({ description: 'Antwoord op changeRegistrationAnswers.' })
export class ChangeRegistrationAnswersPayload extends RegistrationPayload {}
