import { AreIds, ExpectedVersion, IfValue, IsId } from '@lokaal/shared/graphql';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { IsTicketCode } from '../registration/ticket-code.js';

const mostAtOnce = 100;

/** Somebody at a door: by the ticket, or, for who left it at home, by the registration in the list. */
@InputType()
abstract class ShownInput {
  @Field(() => String, {
    nullable: true,
    description: 'Ticketcode that the person shows; small letters, spaces and hyphens are forgiven.',
  })
  @IfValue()
  @IsTicketCode()
  ticketCode?: string | null;

  @Field(() => ID, { nullable: true, description: 'Inschrijving, instead of the ticket code: found by name.' })
  @IfValue()
  @IsId('registration')
  registrationId?: string | null;
}

@InputType({ description: 'Aanmelding aan de ingang, by ticket code or by registration.' })
export class CheckInInput extends ShownInput {
  @Field(() => ID, { description: 'Event at whose entrance it is.' })
  @IsId('event')
  eventId!: string;
}

@InputType({ description: 'Aanmelding bij een sessie, by ticket code or by registration.' })
export class CheckInAtSessionInput extends ShownInput {
  @Field(() => ID, { description: 'Sessie at whose door it is.' })
  @IsId('session')
  sessionId!: string;
}

@InputType({ description: 'Aanmelding ongedaan maken.' })
export class UndoCheckInInput {
  @Field(() => ID, { description: 'Inschrijving: its id.' })
  @IsId('registration')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Aanmelding bij een sessie ongedaan maken.' })
export class UndoSessionCheckInInput {
  @Field(() => ID, { description: 'Intekening: its id.' })
  @IsId('signup')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Afwezigen noteren.' })
export class MarkNoShowsInput {
  @Field(() => ID, { description: 'Event that has begun.' })
  @IsId('event')
  eventId!: string;
}

@InputType({ description: 'Aanwezigen noteren, for example of a webinar.' })
export class MarkAttendedInput {
  @Field(() => ID, { description: 'Event that has begun.' })
  @IsId('event')
  eventId!: string;

  @Field(() => [ID], { description: 'Inschrijvingen of who was there, 1 to 100: all are noted, or none.' })
  @ArrayNotEmpty({ message: 'Name at least one registration.' })
  @ArrayMaxSize(mostAtOnce)
  @ArrayUnique({ message: 'Name each registration once.' })
  @AreIds('registration')
  registrationIds!: string[];
}
