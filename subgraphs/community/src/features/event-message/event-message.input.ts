import { IdempotencyKey, IfValue, IsId, IsLine, IsProse } from '@lokaal/shared/graphql';
import { ArrayNotEmpty, ArrayUnique, IsEnum } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { AttendanceMode } from '../registration/registration.enums.js';
import { RegistrationState, takingPart } from '../waiting-list/registration-state.enums.js';

@InputType({ description: 'Bericht aan deelnemers, and which of them get it.' })
export class SendEventMessageInput {
  @Field(() => ID, { description: 'Evenement that it is about.' })
  @IsId('event')
  eventId!: string;

  @Field({ description: 'Onderwerp, 3 to 150 characters.' })
  @IsLine(3, 150)
  subject!: string;

  @Field({ description: 'Tekst, 10 to 10,000 characters; an empty line begins a paragraph.' })
  @IsProse(10, 10_000)
  body!: string;

  @Field(() => [RegistrationState], {
    defaultValue: takingPart,
    description: 'Stand of the registrations that it goes to; who takes part when it is not sent.',
  })
  @ArrayNotEmpty({ message: 'Name at least one state.' })
  @ArrayUnique({ message: 'Name each state once.' })
  @IsEnum(RegistrationState, { each: true })
  states!: RegistrationState[];

  @Field(() => AttendanceMode, {
    nullable: true,
    description: 'Vorm of attendance that it goes to; every one when it is not sent.',
  })
  @IfValue()
  @IsEnum(AttendanceMode)
  mode?: AttendanceMode | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}
