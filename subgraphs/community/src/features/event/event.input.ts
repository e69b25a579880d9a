import { ExpectedVersion, IdempotencyKey, IfSent, IfValue, IsId, IsLine } from '@lokaal/shared/graphql';
import { IsBoolean, IsDate, IsEnum, IsInt, Matches, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AreThemes } from '../theme/known-themes.js';
import { EventDetailsInput } from './event-details.input.js';
import { EventMode, EventSeriesCode } from './event.enums.js';

/** 30 days: beyond it nobody waits for an answer. */
const mostOfferHours = 720;
const latestEdition = 9_999;
const slugPattern = /^(?=.{2,80}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const slugMessage = 'Write 2 to 80 small letters and digits, with single hyphens between them.';

@InputType({ description: 'Nieuw evenement: a draft.' })
export class CreateEventInput extends EventDetailsInput {
  @Field(() => EventSeriesCode, { description: 'Reeks that it is an edition of.' })
  @IsEnum(EventSeriesCode)
  series!: EventSeriesCode;

  @Field(() => Int, {
    description:
      'Editie: the year, or the number within its series; ManageIT, Shopt IT and the Cyber Dag have each once.',
  })
  @IsInt()
  @Min(1)
  @Max(latestEdition)
  edition!: number;

  @Field({ description: 'Titel, 3 to 150 characters.' })
  @IsLine(3, 150)
  title!: string;

  @Field(() => String, { nullable: true, description: 'Korte naam in een adres; made from the title when absent.' })
  @IfValue()
  @Matches(slugPattern, { message: slugMessage })
  slug?: string | null;

  @Field(() => EventMode, { description: 'Vorm: on site, online or both.' })
  @IsEnum(EventMode)
  mode!: EventMode;

  @Field(() => Date, { description: 'Begin.' })
  @IsDate()
  startsAt!: Date;

  @Field(() => Date, { description: 'Einde, after its begin.' })
  @IsDate()
  endsAt!: Date;

  @Field(() => ID, { nullable: true, description: 'Kenniskring that meets; for a CIRCLE_MEETING and nothing else.' })
  @IfValue()
  @IsId('circle')
  circleId?: string | null;

  @Field({
    defaultValue: false,
    description:
      'Besloten vergadering: only who works for an authority of the circle, its coordinators and staff may register.',
  })
  circleOnly!: boolean;

  @Field(() => Int, {
    defaultValue: 48,
    description: 'Bedenktijd: hours that a place which came free is kept, 1 to 720.',
  })
  @IsInt()
  @Min(1)
  @Max(mostOfferHours)
  offerHours!: number;

  @Field(() => [String], { defaultValue: [], description: 'Thema’s, by their slugs, at most 10.' })
  @AreThemes()
  themes!: string[];

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Wijziging van een evenement: what is not sent stays as it is; null clears.' })
export class UpdateEventInput extends EventDetailsInput {
  @Field(() => ID, { description: 'Evenement: id of the event.' })
  @IsId('event')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => Int, { nullable: true, description: 'Editie; only of a draft.' })
  @IfSent()
  @IsInt()
  @Min(1)
  @Max(latestEdition)
  edition?: number;

  @Field(() => String, { nullable: true, description: 'Titel, 3 to 150 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(3, 150)
  title?: string;

  @Field(() => String, { nullable: true, description: 'Korte naam in een adres; only of a draft.' })
  @IfSent()
  @Matches(slugPattern, { message: slugMessage })
  slug?: string;

  @Field(() => EventMode, { nullable: true, description: 'Vorm; cannot be cleared.' })
  @IfSent()
  @IsEnum(EventMode)
  mode?: EventMode;

  @Field(() => Date, { nullable: true, description: 'Begin; cannot be cleared.' })
  @IfSent()
  @IsDate()
  startsAt?: Date;

  @Field(() => Date, { nullable: true, description: 'Einde; cannot be cleared.' })
  @IfSent()
  @IsDate()
  endsAt?: Date;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Besloten vergadering, for the people of its circle alone; who has a place keeps it, others who wait get none.',
  })
  @IfSent()
  @IsBoolean()
  circleOnly?: boolean;

  @Field({
    defaultValue: false,
    description: 'Sessies schuiven mee: its sessions move as much as its begin does, on the clock of Brussels.',
  })
  moveSessions!: boolean;

  @Field(() => Int, { nullable: true, description: 'Bedenktijd in hours, 1 to 720; cannot be cleared.' })
  @IfSent()
  @IsInt()
  @Min(1)
  @Max(mostOfferHours)
  offerHours?: number;

  @Field(() => [String], { nullable: true, description: 'Thema’s, by their slugs, at most 10; cannot be cleared.' })
  @IfSent()
  @AreThemes()
  themes?: string[];
}
