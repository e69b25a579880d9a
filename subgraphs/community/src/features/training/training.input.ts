import { AreIds, ExpectedVersion, IdempotencyKey, IfSent, IsId, IsLine, IsProse } from '@lokaal/shared/graphql';
import { ArrayMaxSize, ArrayUnique, IsEnum, IsInt, IsNumber, Max, Min } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { AreCyfunCategories } from '../theme/are-cyfun-categories.js';
import { AreThemes } from '../theme/known-themes.js';
import { TrainingStatus } from './training.enums.js';

const mostHours = 500;
const mostCredits = 500;
const mostPrerequisites = 10;
const hourRule = [{ maxDecimalPlaces: 2 }, { message: 'Write hours with at most two decimals.' }] as const;

@InputType({ description: 'Nieuwe opleiding.' })
export class CreateTrainingInput {
  @Field({ description: 'Titel, 3 to 150 characters; no other training on offer has it.' })
  @IsLine(3, 150)
  title!: string;

  @Field({ description: 'Omschrijving, 10 to 10,000 characters.' })
  @IsProse(10, 10_000)
  description!: string;

  @Field(() => Float, { description: 'Uren, more than 0 and at most 500.' })
  @IsNumber(...hourRule)
  @Min(0.25)
  @Max(mostHours)
  hours!: number;

  @Field(() => Int, { defaultValue: 0, description: 'Studiepunten, 0 to 500.' })
  @IsInt()
  @Min(0)
  @Max(mostCredits)
  credits!: number;

  @Field(() => [String], { defaultValue: [], description: 'Thema’s, by their slugs, at most 10.' })
  @AreThemes()
  themes!: string[];

  @Field(() => [String], { defaultValue: [], description: 'CyFun-categorieën, for example PR.AT, each once.' })
  @AreCyfunCategories()
  cyfunCategories!: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Voorkennis: trainings that come before it, at most 10.' })
  @ArrayMaxSize(mostPrerequisites)
  @ArrayUnique({ message: 'Name each training once.' })
  @AreIds('training')
  prerequisiteIds!: string[];

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Wijziging van een opleiding: what is not sent stays as it is.' })
export class UpdateTrainingInput {
  @Field(() => ID, { description: 'Opleiding: id of the training.' })
  @IsId('training')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Titel, 3 to 150 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(3, 150)
  title?: string;

  @Field(() => String, { nullable: true, description: 'Omschrijving, 10 to 10,000 characters; cannot be cleared.' })
  @IfSent()
  @IsProse(10, 10_000)
  description?: string;

  @Field(() => Float, { nullable: true, description: 'Uren, at most 500; certificates that were issued keep theirs.' })
  @IfSent()
  @IsNumber(...hourRule)
  @Min(0.25)
  @Max(mostHours)
  hours?: number;

  @Field(() => Int, { nullable: true, description: 'Studiepunten, 0 to 500.' })
  @IfSent()
  @IsInt()
  @Min(0)
  @Max(mostCredits)
  credits?: number;

  @Field(() => TrainingStatus, { nullable: true, description: 'Status: take it out of the offer, or back in.' })
  @IfSent()
  @IsEnum(TrainingStatus)
  status?: TrainingStatus;

  @Field(() => [String], { nullable: true, description: 'Thema’s, by their slugs, at most 10; all of them.' })
  @IfSent()
  @AreThemes()
  themes?: string[];

  @Field(() => [String], { nullable: true, description: 'CyFun-categorieën, for example PR.AT; all of them.' })
  @IfSent()
  @AreCyfunCategories()
  cyfunCategories?: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'Voorkennis, at most 10; all of it. No training comes before itself.',
  })
  @IfSent()
  @ArrayMaxSize(mostPrerequisites)
  @ArrayUnique({ message: 'Name each training once.' })
  @AreIds('training')
  prerequisiteIds?: string[];
}
