import { CalendarDate, IsId, IsLine } from '@lokaal/shared/graphql';
import { IsEnum, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { AssuranceLevel } from '../framework/framework.enums.js';
import { RepeatableInput } from '../maturity-measurement/maturity-measurement.input.js';

@InputType({
  description: 'Validatie van een maturiteitsmeting: what the statement of a conformity assessment body says of it.',
})
export class ValidateMeasurementInput extends RepeatableInput {
  @Field(() => ID, { description: 'Maturiteitsmeting: its id, as the authority gave it to you.' })
  @IsId('measurement')
  measurementId!: string;

  @Field(() => ID, { description: 'Bestuur that the statement names.' })
  @IsId('organisation')
  authorityId!: string;

  @Field(() => ID, { description: 'Raamwerk that it names, in its edition.' })
  @IsId('framework')
  frameworkId!: string;

  @Field(() => AssuranceLevel, { description: 'Niveau that it names.' })
  @IsEnum(AssuranceLevel)
  level!: AssuranceLevel;

  @Field(() => CalendarDate, { description: 'Gemeten op: the day of the measurement that was verified.' })
  @Length(10, 10)
  measuredOn!: string;

  @Field({ description: 'Beoordelingsinstantie: the body that made the statement, 2 to 200 characters.' })
  @IsLine(2, 200)
  validator!: string;

  @Field({ description: 'Kenmerk of the statement or certificate, at most 100 characters.' })
  @IsLine(1, 100)
  statement!: string;

  @Field(() => CalendarDate, { description: 'Gevalideerd op: the day of the statement; not in the future.' })
  @Length(10, 10)
  validatedOn!: string;
}
