import { CalendarDate, ExpectedVersion, IfSent, IfValue, IsId, IsName } from '@lokaal/shared/graphql';
import { ArrayUnique, IsEnum, IsISO8601 } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { EmploymentRole } from '../person/employment.enums.js';

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
      'Tot: first day on which it no longer holds; today when it is not sent. Its first day when it was begun by mistake: then it never held. By others than staff at most 31 days back, and never before what the person did by it.',
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
  @Field(() => String, {
    nullable: true,
    description: 'Functie: the title of the job, 2 to 120 characters, without web address.',
  })
  @IfSent()
  @IsName(2, 120)
  functionTitle?: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Vanaf: first day, as it should have been, at most a year ahead.',
  })
  @IfSent()
  @IsISO8601()
  from?: string;
}
