import { IsId } from '@lokaal/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { IsTicketCode } from '../registration/ticket-code.js';

@InputType({ description: 'Scan van een ticket at a stand.' })
export class ScanParticipantInput {
  @Field(() => ID, { description: 'Exposant: id of the stand of your own company.' })
  @IsId('exhibitor')
  exhibitorId!: string;

  @Field({ description: 'Ticketcode that the participant shows.' })
  @IsTicketCode()
  ticketCode!: string;
}
