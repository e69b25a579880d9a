import { CalendarDate, ExpectedVersion, IfSent } from '@lokaal/shared/graphql';
import { IsISO8601 } from 'class-validator';
import { Field, InputType } from 'type-graphql';

/** When something should have held: what is not sent stays as it is. */
@InputType()
export abstract class CorrectPeriodInput {
  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Vanaf: first day, at most a year ahead; cannot be cleared.',
  })
  @IfSent()
  @IsISO8601()
  from?: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Tot: first day on which it no longer held; null takes the end away.',
  })
  to?: string | null;
}
