import { ExpectedVersion, IsId } from '@lokaal/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { IsTicketCode } from '../registration/ticket-code.js';

@InputType({ description: 'Aanmelding aan de ingang, by ticket code.' })
export class CheckInInput {
  @Field(() => ID, { description: 'Event at whose entrance it is.' })
  @IsId('event')
  eventId!: string;

  @Field({ description: 'Ticketcode that the person shows.' })
  @IsTicketCode()
  ticketCode!: string;
}

@InputType({ description: 'Aanmelding bij een sessie, by ticket code.' })
export class CheckInAtSessionInput {
  @Field(() => ID, { description: 'Sessie at whose door it is.' })
  @IsId('session')
  sessionId!: string;

  @Field({ description: 'Ticketcode that the person shows.' })
  @IsTicketCode()
  ticketCode!: string;
}

@InputType({ description: 'Aanmelding ongedaan maken.' })
export class UndoCheckInInput {
  @Field(() => ID, { description: 'Inschrijving: its id.' })
  @IsId('registration')
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
