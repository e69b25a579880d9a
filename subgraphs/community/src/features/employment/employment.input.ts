import {
  CalendarDate,
  EmailAddress,
  ExpectedVersion,
  IdempotencyKey,
  IfSent,
  IfValue,
  IsId,
  IsLine,
} from '@lokaal/shared/graphql';
import { ArrayUnique, IsEmail, IsEnum, IsISO8601 } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { EmploymentRole } from '../person/employment.enums.js';

@InputType({ description: 'Nieuwe tewerkstelling of somebody who has an account.' })
export class StartEmploymentInput {
  @Field(() => ID, { description: 'Organisatie for which the person works.' })
  @IsId('organisation')
  organisationId!: string;

  @Field(() => EmailAddress, { description: 'E-mailadres of the account of the person.' })
  @IsEmail()
  email!: string;

  @Field({ description: 'Functie: the title of the job, 2 to 120 characters.' })
  @IsLine(2, 120)
  functionTitle!: string;

  @Field(() => [EmploymentRole], { defaultValue: [], description: 'Rollen, each once; those that are yours to give.' })
  @IsEnum(EmploymentRole, { each: true })
  @ArrayUnique({ message: 'Name each role once.' })
  roles!: EmploymentRole[];

  @Field(() => CalendarDate, { nullable: true, description: 'Vanaf: first day; today when it is not sent.' })
  @IfValue()
  @IsISO8601()
  from?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType()
abstract class EmploymentVersionInput {
  @Field(() => ID, { description: 'Tewerkstelling: its id.' })
  @IsId('employment')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Einde van een tewerkstelling: its rights end with it.' })
export class EndEmploymentInput extends EmploymentVersionInput {
  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'Tot: first day on which it no longer holds; today when it is not sent. Its first day when it was begun by mistake: then it never held.',
  })
  @IfValue()
  @IsISO8601()
  to?: string | null;
}

@InputType({ description: 'Andere rollen at an organisation, from the next request on.' })
export class ChangeEmploymentRolesInput extends EmploymentVersionInput {
  @Field(() => [EmploymentRole], { description: 'Rollen as they will be, each once.' })
  @IsEnum(EmploymentRole, { each: true })
  @ArrayUnique({ message: 'Name each role once.' })
  roles!: EmploymentRole[];
}

@InputType({ description: 'Verbetering van een tewerkstelling: what is not sent stays as it is.' })
export class UpdateEmploymentInput extends EmploymentVersionInput {
  @Field(() => String, { nullable: true, description: 'Functie: the title of the job, 2 to 120 characters.' })
  @IfSent()
  @IsLine(2, 120)
  functionTitle?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Vanaf: first day, as it should have been.' })
  @IfSent()
  @IsISO8601()
  from?: string;
}
