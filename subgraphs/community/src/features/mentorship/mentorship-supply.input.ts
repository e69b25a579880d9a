import { ExpectedVersion, IdempotencyKey, IfSent, IsId, IsLine, IsProse } from '@lokaal/shared/graphql';
import { IsInt, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { AreThemes } from '../theme/known-themes.js';

const mostPlaces = 10;

@InputType({ description: 'Nieuw aanbod van een mentor.' })
export class OfferMentorshipInput {
  @Field(() => ID, { description: 'Bedrijf for which you work.' })
  @IsId('organisation')
  organisationId!: string;

  @Field({ description: 'Titel, 2 to 120 characters.' })
  @IsLine(2, 120)
  title!: string;

  @Field({ description: 'Expertise: what you can help with, 10 to 2,000 characters.' })
  @IsProse(10, 2_000)
  expertise!: string;

  @Field(() => [String], { defaultValue: [], description: 'Thema’s: slugs, at most 10.' })
  @AreThemes()
  themes!: string[];

  @Field(() => Int, { defaultValue: 1, description: 'Plaatsen: authorities that you help at once, 1 to 10.' })
  @IsInt()
  @Min(1)
  @Max(mostPlaces)
  places!: number;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Nieuwe vraag naar een mentor.' })
export class RequestMentorshipInput {
  @Field(() => ID, { description: 'Lokaal bestuur for which you work.' })
  @IsId('organisation')
  organisationId!: string;

  @Field({ description: 'Titel, 2 to 120 characters.' })
  @IsLine(2, 120)
  title!: string;

  @Field({ description: 'Vraag, 10 to 2,000 characters.' })
  @IsProse(10, 2_000)
  question!: string;

  @Field(() => [String], { defaultValue: [], description: 'Thema’s: slugs, at most 10.' })
  @AreThemes()
  themes!: string[];

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({
  description:
    'Sluiten van een aanbod: it is matched no more, what was only proposed is declined, and what runs goes on.',
})
export class CloseMentorshipOfferInput {
  @Field(() => ID, { description: 'Aanbod.' })
  @IsId('mentorshipoffer')
  id!: string;
}

@InputType({
  description:
    'Sluiten van een vraag: it is matched no more, what was only proposed is declined, and what runs goes on.',
})
export class CloseMentorshipRequestInput {
  @Field(() => ID, { description: 'Vraag.' })
  @IsId('mentorshiprequest')
  id!: string;
}

@InputType()
abstract class ChangeSupplyInput {
  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Titel, 2 to 120 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(2, 120)
  title?: string;

  @Field(() => [String], { nullable: true, description: 'Thema’s: slugs, instead of those of before.' })
  @IfSent()
  @AreThemes()
  themes?: string[];
}

@InputType({ description: 'Wijziging van een aanbod that is open: what is not sent stays as it is.' })
export class UpdateMentorshipOfferInput extends ChangeSupplyInput {
  @Field(() => ID, { description: 'Aanbod.' })
  @IsId('mentorshipoffer')
  id!: string;

  @Field(() => String, { nullable: true, description: 'Expertise, 10 to 2,000 characters; cannot be cleared.' })
  @IfSent()
  @IsProse(10, 2_000)
  expertise?: string;

  @Field(() => Int, { nullable: true, description: 'Plaatsen, 1 to 10; cannot be cleared.' })
  @IfSent()
  @IsInt()
  @Min(1)
  @Max(mostPlaces)
  places?: number;
}

@InputType({ description: 'Wijziging van een vraag that is open: what is not sent stays as it is.' })
export class UpdateMentorshipRequestInput extends ChangeSupplyInput {
  @Field(() => ID, { description: 'Vraag.' })
  @IsId('mentorshiprequest')
  id!: string;

  @Field(() => String, { nullable: true, description: 'Vraag, 10 to 2,000 characters; cannot be cleared.' })
  @IfSent()
  @IsProse(10, 2_000)
  question?: string;
}

@InputType({ description: 'Intrekking van een aanbod that was never matched: nothing of it stays.' })
export class DeleteMentorshipOfferInput extends CloseMentorshipOfferInput {}

@InputType({ description: 'Intrekking van een vraag that was never matched: nothing of it stays.' })
export class DeleteMentorshipRequestInput extends CloseMentorshipRequestInput {}
