import { CalendarDate, ExpectedVersion, IdempotencyKey, IsId } from '@lokaal/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { CorrectPeriodInput } from '../../periods/correct-period.input.js';

@InputType({ description: 'Lid worden: an authority joins a founded circle, or was a member of it.' })
export class JoinKnowledgeCircleInput {
  @Field(() => ID, { description: 'Kenniskring: its id.' })
  @IsId('circle')
  circleId!: string;

  @Field(() => ID, { description: 'Lokaal bestuur: id of the organisation.' })
  @IsId('organisation')
  organisationId!: string;

  @Field(() => CalendarDate, {
    description: 'Vanaf: first day, not before the circle was founded, at most a year ahead.',
  })
  from!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'Tot: first day on which it no longer was a member, when that is known; needed when the authority or the circle is no more.',
  })
  to?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Uittreding from a circle.' })
export class LeaveKnowledgeCircleInput {
  @Field(() => ID, { description: 'Lidmaatschap van de kenniskring: its id.' })
  @IsId('circlemember')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => CalendarDate, { description: 'Tot: first day on which it no longer is a member.' })
  to!: string;
}

@InputType({ description: 'Verbetering van een lidmaatschap van een kenniskring: what is not sent stays as it is.' })
export class UpdateCircleMembershipInput extends CorrectPeriodInput {
  @Field(() => ID, { description: 'Lidmaatschap van de kenniskring: its id.' })
  @IsId('circlemember')
  id!: string;
}

@InputType({ description: 'Lidmaatschap van een kenniskring dat er nooit was.' })
export class RemoveCircleMembershipInput {
  @Field(() => ID, { description: 'Lidmaatschap van de kenniskring: its id.' })
  @IsId('circlemember')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}
