import { CalendarDate, ExpectedVersion, IdempotencyKey, IfSent, IsId, IsLine, IsProse } from '@lokaal/shared/graphql';
import { IsBoolean, IsEnum } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { AreThemes } from '../theme/known-themes.js';
import { FocusProjectStatus } from './focus-project.enums.js';

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
}

@InputType({ description: 'Nieuw lid van een denktank, from today on.' })
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
}

@InputType({ description: 'Einde van een lidmaatschap van een denktank, today.' })
export class EndThinkTankMembershipInput {
  @Field(() => ID, { description: 'Lid.' })
  @IsId('thinktankmember')
  id!: string;
}

@InputType({ description: 'Vergadering van een denktank.' })
export class AddThinkTankMeetingInput {
  @Field(() => ID, { description: 'Denktank.' })
  @IsId('thinktank')
  thinkTankId!: string;

  @Field(() => ID, { description: 'Evenement that is its meeting.' })
  @IsId('event')
  eventId!: string;
}

@InputType({ description: 'Voorstel voor een speerpunt.' })
export class ProposeFocusProjectInput {
  @Field(() => ID, { description: 'Denktank.' })
  @IsId('thinktank')
  thinkTankId!: string;

  @Field({ description: 'Titel, 2 to 200 characters.' })
  @IsLine(2, 200)
  title!: string;

  @Field({ description: 'Samenvatting, in Dutch, 10 to 2,000 characters.' })
  @IsProse(10, 2_000)
  summary!: string;

  @Field(() => [String], { defaultValue: [], description: 'Thema’s: slugs, at most 10.' })
  @AreThemes()
  themes!: string[];

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Nieuwe status van een speerpunt.' })
export class ChangeFocusProjectStatusInput {
  @Field(() => ID, { description: 'Speerpunt.' })
  @IsId('focusproject')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => FocusProjectStatus, { description: 'Status: PROPOSED becomes RUNNING, RUNNING becomes DONE.' })
  @IsEnum(FocusProjectStatus)
  status!: FocusProjectStatus;
}
