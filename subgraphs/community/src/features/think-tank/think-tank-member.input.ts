import { CalendarDate, ExpectedVersion, IdempotencyKey, IfSent, IfValue, IsId } from '@lokaal/shared/graphql';
import { IsBoolean, IsISO8601 } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CorrectPeriodInput } from '../../periods/correct-period.input.js';

@InputType({ description: 'Nieuw lid van een denktank, or one of before.' })
export class AddThinkTankMemberInput {
  @Field(() => ID, { description: 'Denktank.' })
  @IsId('thinktank')
  thinkTankId!: string;

  @Field(() => ID, { description: 'Persoon.' })
  @IsId('person')
  personId!: string;

  @Field({ defaultValue: false, description: 'Voorzitter: whether this member chairs it.' })
  @IsBoolean()
  chairs!: boolean;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Vanaf: first day, at most a year ahead; today when it is not sent.',
  })
  @IfValue()
  @IsISO8601()
  from?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Tot: first day on which it no longer held, when there is.',
  })
  to?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Einde van een lidmaatschap van een denktank, today.' })
export class EndThinkTankMembershipInput {
  @Field(() => ID, { description: 'Lid.' })
  @IsId('thinktankmember')
  id!: string;
}

@InputType({ description: 'Verbetering van een lidmaatschap van een denktank: what is not sent stays as it is.' })
export class UpdateThinkTankMemberInput extends CorrectPeriodInput {
  @Field(() => ID, { description: 'Lid.' })
  @IsId('thinktankmember')
  id!: string;

  @Field(() => Boolean, { nullable: true, description: 'Voorzitter; cannot be cleared.' })
  @IfSent()
  @IsBoolean()
  chairs?: boolean;
}

@InputType({ description: 'Lid van een denktank dat het nooit was.' })
export class RemoveThinkTankMemberInput extends EndThinkTankMembershipInput {
  @ExpectedVersion()
  expectedVersion!: number;
}
