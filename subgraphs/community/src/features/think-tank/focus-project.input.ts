import { CalendarDate, ExpectedVersion, IdempotencyKey, IfSent, IsId, IsLine, IsProse } from '@lokaal/shared/graphql';
import { IsEnum, IsISO8601 } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { AreThemes } from '../theme/known-themes.js';
import { FocusProjectStatus } from './focus-project.enums.js';

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

@InputType()
abstract class SeenFocusProjectInput {
  @Field(() => ID, { description: 'Speerpunt.' })
  @IsId('focusproject')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Wijziging van een speerpunt: what is not sent stays as it is.' })
export class UpdateFocusProjectInput extends SeenFocusProjectInput {
  @Field(() => String, { nullable: true, description: 'Titel, 2 to 200 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(2, 200)
  title?: string;

  @Field(() => String, { nullable: true, description: 'Samenvatting, 10 to 2,000 characters; cannot be cleared.' })
  @IfSent()
  @IsProse(10, 2_000)
  summary?: string;

  @Field(() => [String], { nullable: true, description: 'Thema’s: slugs, instead of those of before.' })
  @IfSent()
  @AreThemes()
  themes?: string[];

  @Field(() => CalendarDate, { nullable: true, description: 'Gestart op, by staff: once it runs; cannot be cleared.' })
  @IfSent()
  @IsISO8601()
  startedOn?: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Afgerond op, by staff: once it is done; cannot be cleared.',
  })
  @IfSent()
  @IsISO8601()
  endedOn?: string;
}

@InputType({ description: 'Voorstel voor een speerpunt dat wordt ingetrokken.' })
export class DeleteFocusProjectInput extends SeenFocusProjectInput {}

@InputType({ description: 'Nieuwe status van een speerpunt.' })
export class ChangeFocusProjectStatusInput extends SeenFocusProjectInput {
  @Field(() => FocusProjectStatus, {
    description: 'Status: PROPOSED becomes RUNNING, RUNNING becomes DONE; a step that was wrong is taken back.',
  })
  @IsEnum(FocusProjectStatus)
  status!: FocusProjectStatus;
}
