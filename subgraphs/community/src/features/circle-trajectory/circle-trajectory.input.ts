import {
  CalendarDate,
  ExpectedVersion,
  IdempotencyKey,
  IfSent,
  IfValue,
  IsId,
  IsLine,
  IsProse,
} from '@lokaal/shared/graphql';
import { IsISO8601 } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Begin van een traject, in the stage DISSEMINATION.' })
export class StartTrajectoryInput {
  @Field(() => ID, { description: 'Kenniskring: its id.' })
  @IsId('circle')
  circleId!: string;

  @Field({
    description:
      'Bouwsteen: its name, one of buildingBlockNames, in small letters or capitals; a circle has one trajectory of each.',
  })
  @IsLine(2, 120)
  buildingBlock!: string;

  @Field(() => CalendarDate, { description: 'Vanaf: first day, today at the latest.' })
  on!: string;

  @Field(() => String, { nullable: true, description: 'Nota, 1 to 2,000 characters.' })
  @IfValue()
  @IsProse(1, 2_000)
  note?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType()
abstract class TrajectoryVersionInput {
  @Field(() => ID, { description: 'Traject: its id.' })
  @IsId('trajectory')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Nota, 1 to 2,000 characters; null clears it.' })
  @IfValue()
  @IsProse(1, 2_000)
  note?: string | null;
}

@InputType({ description: 'Volgende fase of a trajectory.' })
export class AdvanceTrajectoryInput extends TrajectoryVersionInput {
  @Field(() => CalendarDate, {
    description: 'Vanaf: first day of the next stage, today at the latest and not before the present stage began.',
  })
  on!: string;
}

@InputType({ description: 'Verbetering van een traject: what is not sent stays as it is.' })
export class UpdateTrajectoryInput extends TrajectoryVersionInput {
  @Field(() => CalendarDate, { nullable: true, description: 'Verspreiding vanaf; cannot be cleared.' })
  @IfSent()
  @IsISO8601()
  disseminatedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Adoptie vanaf; null takes the stage back.' })
  adoptedOn?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Innovatie vanaf; null takes the stage back.' })
  innovatedOn?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'Standaardisatie vanaf; null takes the stage back.' })
  standardisedOn?: string | null;
}

@InputType({ description: 'Traject dat er nooit was.' })
export class RemoveTrajectoryInput {
  @Field(() => ID, { description: 'Traject: its id.' })
  @IsId('trajectory')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}
