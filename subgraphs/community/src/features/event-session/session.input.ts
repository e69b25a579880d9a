import {
  AreIds,
  ExpectedVersion,
  IdempotencyKey,
  IfSent,
  IfValue,
  IsId,
  IsLine,
  IsProse,
} from '@lokaal/shared/graphql';
import { ArrayMaxSize, ArrayUnique, IsDate, IsInt, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AreCyfunCategories } from '../theme/are-cyfun-categories.js';
import { AreThemes } from '../theme/known-themes.js';

const mostPlaces = 100_000;
const mostSolutions = 20;

@InputType({ description: 'Nieuwe sessie.' })
export class AddSessionInput {
  @Field(() => ID, { description: 'Evenement: id of the event.' })
  @IsId('event')
  eventId!: string;

  @Field(() => ID, { description: 'Traject of the same event.' })
  @IsId('track')
  trackId!: string;

  @Field(() => ID, { nullable: true, description: 'Zaal of the same event, free at that time.' })
  @IfValue()
  @IsId('room')
  roomId?: string | null;

  @Field({ description: 'Titel, 3 to 150 characters.' })
  @IsLine(3, 150)
  title!: string;

  @Field(() => String, { nullable: true, description: 'Omschrijving, at most 10,000 characters.' })
  @IfValue()
  @IsProse(1, 10_000)
  description?: string | null;

  @Field(() => Date, { description: 'Begin, within the event.' })
  @IsDate()
  startsAt!: Date;

  @Field(() => Date, { description: 'Einde, within the event.' })
  @IsDate()
  endsAt!: Date;

  @Field(() => Int, { nullable: true, description: 'Capaciteit, at most that of its room.' })
  @IfValue()
  @IsInt()
  @Min(1)
  @Max(mostPlaces)
  capacity?: number | null;

  @Field({ defaultValue: false, description: 'Inschrijving nodig: whether participants sign up for it apart.' })
  signupRequired!: boolean;

  @Field(() => ID, { nullable: true, description: 'Leverancier that gives it: a company.' })
  @IfValue()
  @IsId('organisation')
  vendorOrganisationId?: string | null;

  @Field(() => [String], { defaultValue: [], description: 'Thema’s, by their slugs, at most 10.' })
  @AreThemes()
  themes!: string[];

  @Field(() => [String], { defaultValue: [], description: 'CyFun-categorieën, for example PR.AT, each once.' })
  @AreCyfunCategories()
  cyfunCategories!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Oplossingen of the catalogue that it is about, at most 20.' })
  @ArrayMaxSize(mostSolutions)
  @ArrayUnique({ message: 'Name each solution once.' })
  @AreIds('solution')
  solutionIds!: string[];

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

/** A session in the version that somebody has seen. */
@InputType()
export abstract class SeenSessionInput {
  @Field(() => ID, { description: 'Sessie: id of the session.' })
  @IsId('session')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({
  description:
    'Wijziging van een sessie: what is not sent stays as it is; null clears. Its time and room change with moveSession.',
})
export class UpdateSessionInput extends SeenSessionInput {
  @Field(() => ID, { nullable: true, description: 'Traject of the same event; cannot be cleared.' })
  @IfSent()
  @IsId('track')
  trackId?: string;

  @Field(() => String, { nullable: true, description: 'Titel, 3 to 150 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(3, 150)
  title?: string;

  @Field(() => String, { nullable: true, description: 'Omschrijving, at most 10,000 characters.' })
  @IfValue()
  @IsProse(1, 10_000)
  description?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Capaciteit, at most that of its room. Lower than what is taken: nobody loses a place, nobody gets one.',
  })
  @IfValue()
  @IsInt()
  @Min(1)
  @Max(mostPlaces)
  capacity?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'Inschrijving nodig; cannot be cleared.' })
  @IfSent()
  signupRequired?: boolean;

  @Field(() => ID, { nullable: true, description: 'Leverancier that gives it: a company.' })
  @IfValue()
  @IsId('organisation')
  vendorOrganisationId?: string | null;

  @Field(() => [String], { nullable: true, description: 'Thema’s, by their slugs, at most 10; cannot be cleared.' })
  @IfSent()
  @AreThemes()
  themes?: string[];

  @Field(() => [String], { nullable: true, description: 'CyFun-categorieën, each once; cannot be cleared.' })
  @IfSent()
  @AreCyfunCategories()
  cyfunCategories?: string[];

  @Field(() => [ID], { nullable: true, description: 'Oplossingen that it is about, at most 20; cannot be cleared.' })
  @IfSent()
  @ArrayMaxSize(mostSolutions)
  @ArrayUnique({ message: 'Name each solution once.' })
  @AreIds('solution')
  solutionIds?: string[];
}

@InputType({ description: 'Verplaatsing van een sessie, in time, to another room, or both.' })
export class MoveSessionInput extends SeenSessionInput {
  @Field(() => Date, { nullable: true, description: 'Begin, within the event; stays when absent.' })
  @IfSent()
  @IsDate()
  startsAt?: Date;

  @Field(() => Date, { nullable: true, description: 'Einde, within the event; stays when absent.' })
  @IfSent()
  @IsDate()
  endsAt?: Date;

  @Field(() => ID, { nullable: true, description: 'Zaal of the same event, free at that time; null for none.' })
  @IfValue()
  @IsId('room')
  roomId?: string | null;
}

@InputType({ description: 'Annulering van een sessie: it stays in the programme as cancelled.' })
export class CancelSessionInput extends SeenSessionInput {}

@InputType({ description: 'Verwijdering van een sessie from the programme of a draft.' })
export class RemoveSessionInput extends SeenSessionInput {}
