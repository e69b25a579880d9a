import { CalendarDate, ExpectedVersion, IsId } from '@lokaal/shared/graphql';
import { Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
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

  @ExpectedVersion()
  expectedVersion!: number;
}
