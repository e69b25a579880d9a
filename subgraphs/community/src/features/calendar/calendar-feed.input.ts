import { IdempotencyKey, IfValue, IsId } from '@lokaal/shared/graphql';
import { IsEnum } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { CalendarFeedKind } from './calendar-feed.enums.js';

@InputType({ description: 'Nieuw agenda-abonnement.' })
export class CreateCalendarFeedInput {
  @Field(() => CalendarFeedKind, { description: 'Soort: what it shows.' })
  @IsEnum(CalendarFeedKind)
  kind!: CalendarFeedKind;

  @Field(() => ID, { nullable: true, description: 'Kenniskring, for a CIRCLE: one that you belong to.' })
  @IfValue()
  @IsId('circle')
  circleId?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Einde van een agenda-abonnement.' })
export class RevokeCalendarFeedInput {
  @Field(() => ID, { description: 'Abonnement: its id.' })
  @IsId('calendarfeed')
  id!: string;
}
