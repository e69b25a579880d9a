import {
  CalendarDate,
  ExpectedVersion,
  IdempotencyKey,
  IfSent,
  IfValue,
  IsId,
  IsLine,
  KboNumber,
  NisCode,
} from '@lokaal/shared/graphql';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsISO8601, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

/** The largest merger so far had seven. */
const mostParts = 15;

@InputType({ description: 'Gemeente die fuseert, as you have seen it.' })
export class MergingMunicipalityInput {
  @Field(() => NisCode, { description: 'NIS-code of today.' })
  nis!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Gemeente na de fusie.' })
class SuccessorInput {
  @Field(() => NisCode, {
    description:
      'NIS-code: a new one, or that of a merging municipality, which then survives (as Antwerpen did in 2025). It tells the province, which is that of one of the merging municipalities.',
  })
  nis!: string;

  @Field({ description: 'Naam, 2 to 100 characters.' })
  @IsLine(2, 100)
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Referentieregio, one of referenceRegions; when not sent that of the merging municipalities, if they have the same.',
  })
  @IfValue()
  @IsLine(2, 100)
  referenceRegion?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Officiële naam of the municipality as a legal person; when not sent "Gemeente" or "Stad" and its name.',
  })
  @IfValue()
  @IsLine(2, 200)
  legalName?: string | null;

  @Field(() => KboNumber, {
    nullable: true,
    description: 'Ondernemingsnummer of the municipality, when it has a new one.',
  })
  enterpriseNumber?: string | null;

  @Field(() => KboNumber, { nullable: true, description: 'Ondernemingsnummer of its OCMW, when it has a new one.' })
  ocmwEnterpriseNumber?: string | null;
}

@InputType()
abstract class MergerInput {
  @Field(() => [MergingMunicipalityInput], {
    description: 'Gemeenten die fuseren: two or more, the surviving one too.',
  })
  @ArrayMinSize(2, { message: 'Two municipalities or more merge.' })
  @ArrayMaxSize(mostParts, { message: `At most ${mostParts} municipalities merge at once.` })
  @ArrayUnique(({ nis }: MergingMunicipalityInput) => nis, { message: 'Name each municipality once.' })
  @ValidateNested({ each: true })
  municipalities!: MergingMunicipalityInput[];

  @Field(() => SuccessorInput, { description: 'Gemeente na de fusie.' })
  @ValidateNested()
  successor!: SuccessorInput;

  @Field(() => ID, {
    nullable: true,
    description: 'Kenniskring after the merger; needed when the merging authorities are in different ones.',
  })
  @IfValue()
  @IsId('circle')
  circleId?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Fusie van gemeenten: all of it is carried out, or nothing.' })
export class MergeMunicipalitiesInput extends MergerInput {
  @Field(() => CalendarDate, {
    description: 'Op: first day of the municipality after the merger, today at the latest.',
  })
  on!: string;
}

@InputType({
  description: 'Fusie van gemeenten die gepland wordt: all of it is carried out when it takes effect, or nothing.',
})
export class PlanMunicipalityMergerInput extends MergerInput {
  @Field(() => CalendarDate, {
    description: 'Op: first day of the municipality after the merger, which may have come.',
  })
  on!: string;
}

@InputType()
abstract class PlannedMergerVersionInput {
  @Field(() => ID, { description: 'Geplande fusie: its id.' })
  @IsId('plannedmerger')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Wijziging van een geplande fusie: what is not sent stays as it is.' })
export class AmendPlannedMergerInput extends PlannedMergerVersionInput {
  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Op: another first day of the municipality after the merger.',
  })
  @IfSent()
  @IsISO8601()
  on?: string;

  @Field(() => SuccessorInput, {
    nullable: true,
    description: 'Gemeente na de fusie, whole: what is not sent of it is not asked for any more.',
  })
  @IfSent()
  @ValidateNested()
  successor?: SuccessorInput;

  @Field(() => ID, { nullable: true, description: 'Kenniskring after the merger; null when none is asked for.' })
  @IfValue()
  @IsId('circle')
  circleId?: string | null;
}

@InputType({ description: 'Intrekking van een geplande fusie.' })
export class WithdrawPlannedMergerInput extends PlannedMergerVersionInput {}
