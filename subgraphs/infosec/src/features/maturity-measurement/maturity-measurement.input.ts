import { CalendarDate, ExpectedVersion, IdempotencyKey, IfValue, IsId, IsProse } from '@lokaal/shared/graphql';
import { ArrayMaxSize, ArrayMinSize, IsEnum, IsInt, Length, Max, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AssuranceLevel } from '../framework/framework.enums.js';
import { MeasurementKind } from './maturity-measurement.enums.js';

/** As many as one list in a request may have; a client scores a framework in a few calls. */
const scoresAtOnce = 100;
const lowest = 1;
const highest = 5;

@InputType()
export abstract class RepeatableInput {
  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType()
abstract class ChangeMeasurementInput {
  @Field(() => ID, { description: 'Maturiteitsmeting: id of the measurement.' })
  @IsId('measurement')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Nieuwe maturiteitsmeting of an authority.' })
export class StartMeasurementInput extends RepeatableInput {
  @Field(() => ID, { description: 'Bestuur that is measured: your own, or one that merged into it.' })
  @IsId('organisation')
  authorityId!: string;

  @Field(() => ID, { description: 'Raamwerk: id of the edition that is used.' })
  @IsId('framework')
  frameworkId!: string;

  @Field(() => AssuranceLevel, { description: 'Doelniveau: controls up to this level are scored.' })
  @IsEnum(AssuranceLevel)
  targetLevel!: AssuranceLevel;

  @Field(() => CalendarDate, {
    description: 'Gemeten op: the day of which it gives the state; from 1 March 2023 on, not in the future.',
  })
  @Length(10, 10)
  measuredOn!: string;

  @Field(() => MeasurementKind, { defaultValue: MeasurementKind.SELF, description: 'Soort meting.' })
  @IsEnum(MeasurementKind)
  kind!: MeasurementKind;
}

@InputType({ description: 'Score van een beheersmaatregel: replaces what was given for it before.' })
export class ControlScoreInput {
  @Field(() => ID, { description: 'Beheersmaatregel: id of a control in scope of the target level.' })
  @IsId('control')
  controlId!: string;

  @Field(() => Int, { nullable: true, description: 'Documentatiematuriteit, 1 to 5; null while not known.' })
  @IfValue()
  @IsInt()
  @Min(lowest)
  @Max(highest)
  documentation?: number | null;

  @Field(() => Int, { nullable: true, description: 'Implementatiematuriteit, 1 to 5; null while not known.' })
  @IfValue()
  @IsInt()
  @Min(lowest)
  @Max(highest)
  implementation?: number | null;

  @Field({ defaultValue: false, description: 'Niet van toepassing: leaves the control out, with a reason.' })
  notApplicable!: boolean;

  @Field(() => String, { nullable: true, description: 'Reden why it is not applicable, at most 1,000 characters.' })
  @IfValue()
  @IsProse(1, 1_000)
  reason?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Nota: remarks, where the evidence is; at most 4,000 characters.',
  })
  @IfValue()
  @IsProse(1, 4_000)
  note?: string | null;
}

@InputType({ description: 'Scores van een maturiteitsmeting: several controls at once.' })
export class ScoreControlsInput extends ChangeMeasurementInput {
  @Field(() => [ControlScoreInput], { description: 'Scores, each control once, at most 100 a call.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(scoresAtOnce)
  @ValidateNested()
  scores!: ControlScoreInput[];
}

@InputType({ description: 'Indiening van een maturiteitsmeting: it is computed, and never changes again.' })
export class SubmitMeasurementInput extends ChangeMeasurementInput {}

@InputType({ description: 'Correctie van een maturiteitsmeting: a new one that replaces it once it is submitted.' })
export class CorrectMeasurementInput extends RepeatableInput {
  @Field(() => ID, { description: 'Maturiteitsmeting: id of the submitted measurement.' })
  @IsId('measurement')
  id!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Gemeten op, when that was wrong; from 1 March 2023 on, not in the future.',
  })
  @IfValue()
  @Length(10, 10)
  measuredOn?: string | null;
}
