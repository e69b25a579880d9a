import { CalendarDate, IsId } from '@lokaal/shared/graphql';
import { IsInt, Length, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { RepeatableInput } from '../maturity-measurement/maturity-measurement.input.js';

@InputType({ description: 'Publicatie van een label: everybody will see the level of this measurement.' })
export class PublishLabelInput extends RepeatableInput {
  @Field(() => ID, { description: 'Maturiteitsmeting: id of a verified measurement that was validated.' })
  @IsId('measurement')
  measurementId!: string;

  @Field(() => CalendarDate, { description: 'Geldig vanaf; not before the day of the measurement.' })
  @Length(10, 10)
  validFrom!: string;

  @Field(() => CalendarDate, {
    description: 'Geldig tot en met; at most three years after the day of the measurement.',
  })
  @Length(10, 10)
  validUntil!: string;
}

@InputType({ description: 'Intrekking van een label: nobody sees it any more.' })
export class WithdrawLabelInput {
  @Field(() => ID, { description: 'Label: id of the published label.' })
  @IsId('label')
  id!: string;

  @Field(() => Int, { description: 'Versie that you have seen; another one is refused with CONFLICT.' })
  @IsInt()
  @Min(1)
  expectedVersion!: number;
}
