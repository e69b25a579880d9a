import { Payload } from '@lokaal/shared/graphql';
import { Field, Int, ObjectType } from 'type-graphql';
import { Event } from '../event/event.type.js';
import { Registration } from '../registration/registration.type.js';
import { SessionSignup } from '../session-signup/session-signup.type.js';

@ObjectType({ description: 'Antwoord op checkIn.' })
export class CheckInPayload extends Payload {
  @Field(() => Registration, { nullable: true, description: 'Inschrijving as it is now; null when nothing was done.' })
  registration?: string;
}

@ObjectType({ description: 'Antwoord op undoCheckIn.' })
export class UndoCheckInPayload extends Payload {
  @Field(() => Registration, { nullable: true, description: 'Inschrijving as it is now; null when nothing was done.' })
  registration?: string;
}

@ObjectType({ description: 'Antwoord op checkInAtSession.' })
export class CheckInAtSessionPayload extends Payload {
  @Field(() => SessionSignup, { nullable: true, description: 'Intekening as it is now; null when nothing was done.' })
  signup?: string;
}

@ObjectType({ description: 'Antwoord op undoSessionCheckIn.' })
export class UndoSessionCheckInPayload extends Payload {
  @Field(() => SessionSignup, { nullable: true, description: 'Intekening as it is now; null when nothing was done.' })
  signup?: string;
}

@ObjectType({ description: 'Antwoord op markNoShows.' })
export class MarkNoShowsPayload extends Payload {
  @Field(() => Event, { nullable: true, description: 'Evenement; null when nothing was done.' })
  event?: string;

  @Field(() => Int, { nullable: true, description: 'Aantal who were noted as absent; null when nothing was done.' })
  count?: number;
}

@ObjectType({ description: 'Antwoord op markAttended.' })
export class MarkAttendedPayload extends Payload {
  @Field(() => Event, { nullable: true, description: 'Evenement; null when nothing was done.' })
  event?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Aantal who were not noted as present before; null when nothing was done.',
  })
  count?: number;
}
