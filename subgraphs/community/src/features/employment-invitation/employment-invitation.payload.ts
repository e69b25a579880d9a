import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { EmploymentInvitation } from './employment-invitation.type.js';

@ObjectType()
abstract class EmploymentInvitationPayload extends Payload {
  @Field(() => EmploymentInvitation, {
    nullable: true,
    description: 'Uitnodiging as it is now; null when nothing was done.',
  })
  invitation?: string;
}

@ObjectType({ description: 'Antwoord op inviteEmployee.' })
export class InviteEmployeePayload extends EmploymentInvitationPayload {}

@ObjectType({ description: 'Antwoord op acceptEmploymentInvitation.' })
export class AcceptEmploymentInvitationPayload extends EmploymentInvitationPayload {}

@ObjectType({ description: 'Antwoord op declineEmploymentInvitation.' })
export class DeclineEmploymentInvitationPayload extends EmploymentInvitationPayload {}

@ObjectType({ description: 'Antwoord op withdrawEmploymentInvitation.' })
export class WithdrawEmploymentInvitationPayload extends EmploymentInvitationPayload {}
