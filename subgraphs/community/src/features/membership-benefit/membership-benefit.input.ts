import { ExpectedVersion, IdempotencyKey, IfSent, IfValue, IsId, IsLine, IsProse } from '@lokaal/shared/graphql';
import { IsEnum, IsInt, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MembershipType } from '../membership/membership.enums.js';

@InputType({ description: 'Nieuw ledenvoordeel.' })
export class AddMembershipBenefitInput {
  @Field(() => MembershipType, { description: 'Soort lidmaatschap that brings it.' })
  @IsEnum(MembershipType)
  type!: MembershipType;

  @Field(() => Int, { description: 'Vanaf: first year in which it holds.' })
  @IsInt()
  @Min(2000)
  @Max(2100)
  fromYear!: number;

  @Field({ description: 'Titel, 3 to 200 characters, in Dutch.' })
  @IsLine(3, 200)
  title!: string;

  @Field(() => String, { nullable: true, description: 'Beschrijving, 3 to 2,000 characters, in Dutch.' })
  @IfValue()
  @IsProse(3, 2_000)
  description?: string | null;

  @Field(() => Int, { description: 'Volgorde within the package: 1 is the first.' })
  @IsInt()
  @Min(1)
  @Max(1_000)
  position!: number;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType()
abstract class BenefitVersionInput {
  @Field(() => ID, { description: 'Ledenvoordeel: its id.' })
  @IsId('membershipbenefit')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Wijziging van een ledenvoordeel: what is not sent stays as it is.' })
export class UpdateMembershipBenefitInput extends BenefitVersionInput {
  @Field(() => Int, {
    nullable: true,
    description: 'Tot en met: last year of it, not before its first one; null until further notice.',
  })
  @IfValue()
  @IsInt()
  @Min(2000)
  @Max(2100)
  untilYear?: number | null;

  @Field(() => String, { nullable: true, description: 'Titel, 3 to 200 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(3, 200)
  title?: string;

  @Field(() => String, { nullable: true, description: 'Beschrijving, 3 to 2,000 characters; null clears it.' })
  @IfValue()
  @IsProse(3, 2_000)
  description?: string | null;

  @Field(() => Int, { nullable: true, description: 'Volgorde within the package; cannot be cleared.' })
  @IfSent()
  @IsInt()
  @Min(1)
  @Max(1_000)
  position?: number;
}

@InputType({ description: 'Schrapping van een ledenvoordeel that was written by mistake.' })
export class RemoveMembershipBenefitInput extends BenefitVersionInput {}
