import {
  CalendarDate,
  EmailAddress,
  ExpectedVersion,
  IdempotencyKey,
  IfValue,
  IsId,
  IsName,
} from '@lokaal/shared/graphql';
import { ArrayUnique, IsEmail, IsEnum, IsISO8601, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { EmploymentRole } from '../person/employment.enums.js';

@InputType({ description: 'Uitnodiging tot tewerkstelling: what the person is asked to agree to.' })
export class InviteEmployeeInput {
  @Field(() => ID, { description: 'Organisatie for which the person works.' })
  @IsId('organisation')
  organisationId!: string;

  @Field(() => EmailAddress, { description: 'E-mailadres: receives the invitation, with an account or without.' })
  @IsEmail({ allow_utf8_local_part: false }, { message: 'Write an e-mail address, for example an@gemeente.be.' })
  @MaxLength(254)
  email!: string;

  @Field({ description: 'Functie: the title of the job, 2 to 120 characters, without web address.' })
  @IsName(2, 120)
  functionTitle!: string;

  @Field(() => [EmploymentRole], { defaultValue: [], description: 'Rollen, each once; those that are yours to give.' })
  @IsEnum(EmploymentRole, { each: true })
  @ArrayUnique({ message: 'Name each role once.' })
  roles!: EmploymentRole[];

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'Vanaf: first day, at most a year ahead, and 31 days back unless staff invite; when it is not sent, the day on which the person accepts.',
  })
  @IfValue()
  @IsISO8601()
  from?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType()
abstract class EmploymentInvitationVersionInput {
  @Field(() => ID, { description: 'Uitnodiging: its id.' })
  @IsId('employmentinvitation')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Aanvaarding: the employment begins as it was offered.' })
export class AcceptEmploymentInvitationInput extends EmploymentInvitationVersionInput {}

@InputType({ description: 'Weigering: nothing begins.' })
export class DeclineEmploymentInvitationInput extends EmploymentInvitationVersionInput {}

@InputType({ description: 'Intrekking while it is PENDING.' })
export class WithdrawEmploymentInvitationInput extends EmploymentInvitationVersionInput {}
