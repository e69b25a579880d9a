import { ExpectedVersion, IdempotencyKey, IfValue, IsId, IsProse } from '@lokaal/shared/graphql';
import { IsEnum, IsInt, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { MembershipType } from './membership.enums.js';

/** A million euro: more is a typing error. */
const mostCents = 100_000_000;

@InputType({ description: 'Aanvraag van een lidmaatschap, to be decided by staff.' })
export class ApplyForMembershipInput {
  @Field(() => MembershipType, {
    description: 'Soort: EFFECTIVE for a person, ACCEDED or COMPANY for an organisation.',
  })
  @IsEnum(MembershipType)
  type!: MembershipType;

  @Field(() => ID, {
    nullable: true,
    description: 'Persoon, for EFFECTIVE, who applied to staff on paper: for staff only; yourself when it is not sent.',
  })
  @IfValue()
  @IsId('person')
  personId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Organisatie that applies, for ACCEDED and COMPANY: one of which you are a contact person.',
  })
  @IfValue()
  @IsId('organisation')
  organisationId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Werkgever, for EFFECTIVE: needed when the person works for more than one organisation today.',
  })
  @IfValue()
  @IsId('organisation')
  employerId?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType()
abstract class MembershipVersionInput {
  @Field(() => ID, { description: 'Lidmaatschap: its id.' })
  @IsId('membership')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Goedkeuring van een aanvraag: the holder is a member from today, for a year.' })
export class ApproveMembershipInput extends MembershipVersionInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'Werkgever of the person today, when it is not that of the application; needed when that had none and there are several now.',
  })
  @IfValue()
  @IsId('organisation')
  employerId?: string | null;
}

@InputType({ description: 'Weigering van een aanvraag, with the reason that the applicant is told.' })
export class RejectMembershipInput extends MembershipVersionInput {
  @Field({ description: 'Reden, 3 to 1,000 characters; the applicant reads it.' })
  @IsProse(3, 1_000)
  reason!: string;
}

@InputType({ description: 'Opzegging within the term: from today on it no longer holds.' })
export class CancelMembershipInput extends MembershipVersionInput {
  @Field(() => String, { nullable: true, description: 'Reden, when you want to give one: 3 to 1,000 characters.' })
  @IfValue()
  @IsProse(3, 1_000)
  reason?: string | null;
}

@InputType({ description: 'Intrekking van een aanvraag while staff have not decided.' })
export class WithdrawMembershipApplicationInput extends MembershipVersionInput {}

@InputType({ description: 'Vernieuwing for a year, from 90 days before the end of the term on.' })
export class RenewMembershipInput extends MembershipVersionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Werkgever of the person today; needed when the former one is left and there are several now.',
  })
  @IfValue()
  @IsId('organisation')
  employerId?: string | null;
}

@InputType({ description: 'Vernieuwing van alle leden of one type of which the term ends in a year.' })
export class RenewMembershipsInput {
  @Field(() => MembershipType, { description: 'Soort lidmaatschap.' })
  @IsEnum(MembershipType)
  type!: MembershipType;

  @Field(() => Int, { description: 'Jaar in which the present terms end.' })
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;
}

@InputType({ description: 'Ledenbijdragen of a year: for terms that begin in it, from now on.' })
export class SetMembershipFeesInput {
  @Field(() => MembershipType, { description: 'Soort lidmaatschap: EFFECTIVE or COMPANY.' })
  @IsEnum(MembershipType)
  type!: MembershipType;

  @Field(() => Int, { description: 'Jaar in which a term begins.' })
  @IsInt()
  @Min(2000)
  @Max(2100)
  year!: number;

  @Field(() => Int, { description: 'Eerste lid of an employer, or a company, in euro cents.' })
  @IsInt()
  @Min(0)
  @Max(mostCents)
  firstMemberCents!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Volgend lid of the same employer, in euro cents; for EFFECTIVE, and for it only.',
  })
  @IfValue()
  @IsInt()
  @Min(0)
  @Max(mostCents)
  furtherMemberCents?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Versie that you have seen; none when the year has no fees yet. Another one is refused with CONFLICT.',
  })
  @IfValue()
  @IsInt()
  @Min(1)
  expectedVersion?: number | null;
}
