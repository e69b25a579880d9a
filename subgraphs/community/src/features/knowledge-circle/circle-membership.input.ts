import { CalendarDate, ExpectedVersion, IdempotencyKey, IsId } from '@lokaal/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';

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
