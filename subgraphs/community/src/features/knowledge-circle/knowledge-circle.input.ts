import {
  AreIds,
  CalendarDate,
  ExpectedVersion,
  IdempotencyKey,
  IfSent,
  IfValue,
  IsId,
  IsLine,
  IsProse,
} from '@lokaal/shared/graphql';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { AreThemes } from '../theme/known-themes.js';

/** The largest circles have a dozen members. */
const mostFounders = 50;

@InputType()
abstract class CircleDetailsInput {
  @Field(() => String, { nullable: true, description: 'Omschrijving in Dutch, at most 2,000 characters.' })
  @IfValue()
  @IsProse(3, 2_000)
  description?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Referentieregio, one of referenceRegions with which it is aligned.',
  })
  @IfValue()
  @IsLine(2, 100)
  referenceRegion?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Interne nota’s for coordinators and staff, at most 5,000 characters.',
  })
  @IfValue()
  @IsProse(1, 5_000)
  internalNotes?: string | null;
}

@InputType({ description: 'Voorstel van een kenniskring: authorities want to found it.' })
export class CreateKnowledgeCircleInput extends CircleDetailsInput {
  @Field({ description: 'Naam, 2 to 100 characters; no other circle has it.' })
  @IsLine(2, 100)
  name!: string;

  @Field(() => [String], { defaultValue: [], description: 'Thema’s, by their slugs.' })
  @AreThemes()
  themes!: string[];

  @Field(() => [ID], { description: 'Stichters: two or more local authorities.' })
  @ArrayMinSize(2, { message: 'A circle is founded by two authorities or more.' })
  @ArrayMaxSize(mostFounders, { message: `Name at most ${mostFounders} founders.` })
  @ArrayUnique({ message: 'Name each founder once.' })
  @AreIds('organisation')
  founderIds!: string[];

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType()
abstract class CircleVersionInput {
  @Field(() => ID, { description: 'Kenniskring: its id.' })
  @IsId('circle')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Wijziging van een kenniskring: what is not sent stays as it is; null clears.' })
export class UpdateKnowledgeCircleInput extends CircleDetailsInput {
  @Field(() => ID, { description: 'Kenniskring: its id.' })
  @IsId('circle')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Naam, 2 to 100 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(2, 100)
  name?: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Thema’s by their slugs, all of them; cannot be cleared by null.',
  })
  @IfSent()
  @AreThemes()
  themes?: string[];
}

@InputType({ description: 'Formalisering, after the exploratory talk: whoever asked to found it is a member.' })
export class FormaliseKnowledgeCircleInput extends CircleVersionInput {
  @Field(() => CalendarDate, { description: 'Verkennend gesprek: day of the talk, today at the latest.' })
  talkedOn!: string;

  @Field(() => CalendarDate, {
    description: 'Vanaf: first day of the circle and of its members, at most a year ahead.',
  })
  from!: string;
}

@InputType({ description: 'Einde van een kenniskring, or of a proposal for one.' })
export class EndKnowledgeCircleInput extends CircleVersionInput {
  @Field(() => CalendarDate, { description: 'Op: first day on which it no longer is.' })
  on!: string;
}

@InputType()
abstract class CoordinatorInput {
  @Field(() => ID, { description: 'Kenniskring: its id.' })
  @IsId('circle')
  circleId!: string;

  @Field(() => ID, { description: 'Persoon: its id.' })
  @IsId('person')
  personId!: string;
}

@InputType({ description: 'Aanstelling van een regiocoördinator.' })
export class AppointCoordinatorInput extends CoordinatorInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Ontslag van een regiocoördinator.' })
export class DismissCoordinatorInput extends CoordinatorInput {}
