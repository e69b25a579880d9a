import { CalendarDate, IfValue, IsId, IsLine } from '@lokaal/shared/graphql';
import { IsInt, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

const longestKey = 100;

@InputType({ description: 'Lid worden: an authority joins a founded circle.' })
export class JoinKnowledgeCircleInput {
  @Field(() => ID, { description: 'Kenniskring: its id.' })
  @IsId('circle')
  circleId!: string;

  @Field(() => ID, { description: 'Lokaal bestuur: id of the organisation.' })
  @IsId('organisation')
  organisationId!: string;

  @Field(() => CalendarDate, { description: 'Vanaf: first day, not before the circle was founded.' })
  from!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Sleutel of your choice: the same call sent again has no second effect (24 hours).',
  })
  @IfValue()
  @IsLine(1, longestKey)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Uittreding from a circle.' })
export class LeaveKnowledgeCircleInput {
  @Field(() => ID, { description: 'Lidmaatschap van de kenniskring: its id.' })
  @IsId('circlemember')
  id!: string;

  @Field(() => Int, { description: 'Versie that you have seen; another one is refused with CONFLICT.' })
  @IsInt()
  @Min(1)
  expectedVersion!: number;

  @Field(() => CalendarDate, { description: 'Tot: first day on which it no longer is a member.' })
  to!: string;
}
