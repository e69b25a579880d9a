import { CalendarDate, ExpectedVersion, IdempotencyKey, IfSent, IsId, IsLine, IsProse } from '@lokaal/shared/graphql';
import { IsISO8601 } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Nieuwe denktank.' })
export class CreateThinkTankInput {
  @Field({ description: 'Naam, 2 to 120 characters.' })
  @IsLine(2, 120)
  name!: string;

  @Field({ description: 'Omschrijving, in Dutch, 10 to 2,000 characters.' })
  @IsProse(10, 2_000)
  description!: string;

  @Field(() => CalendarDate, { description: 'Opgericht op: day of the first meeting.' })
  foundedOn!: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Wijziging van een denktank: what is not sent stays as it is.' })
export class UpdateThinkTankInput {
  @Field(() => ID, { description: 'Denktank that changes.' })
  @IsId('thinktank')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Naam, 2 to 120 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(2, 120)
  name?: string;

  @Field(() => String, { nullable: true, description: 'Omschrijving, 10 to 2,000 characters; cannot be cleared.' })
  @IfSent()
  @IsProse(10, 2_000)
  description?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Opgericht op; cannot be cleared.' })
  @IfSent()
  @IsISO8601()
  foundedOn?: string;
}

@InputType()
abstract class ThinkTankMeetingInput {
  @Field(() => ID, { description: 'Denktank.' })
  @IsId('thinktank')
  thinkTankId!: string;

  @Field(() => ID, { description: 'Evenement: its id.' })
  @IsId('event')
  eventId!: string;
}

@InputType({ description: 'Vergadering van een denktank.' })
export class AddThinkTankMeetingInput extends ThinkTankMeetingInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Evenement dat geen vergadering van een denktank is.' })
export class RemoveThinkTankMeetingInput extends ThinkTankMeetingInput {}
