import { ExpectedVersion, IdempotencyKey, IfValue, IsId, IsLine, IsProse } from '@lokaal/shared/graphql';
import { IsBoolean, IsInt, Max, Min } from 'class-validator';
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

@InputType({ description: 'Sluiten van een aanbod: it is matched no more; what runs goes on.' })
export class CloseMentorshipOfferInput {
  @Field(() => ID, { description: 'Aanbod.' })
  @IsId('mentorshipoffer')
  id!: string;
}

@InputType({ description: 'Sluiten van een vraag: it is matched no more; what runs goes on.' })
export class CloseMentorshipRequestInput {
  @Field(() => ID, { description: 'Vraag.' })
  @IsId('mentorshiprequest')
  id!: string;
}

@InputType({ description: 'Voorstel van een mentorschap.' })
export class MatchMentorshipInput {
  @Field(() => ID, { description: 'Aanbod of an expert.' })
  @IsId('mentorshipoffer')
  offerId!: string;

  @Field(() => ID, { description: 'Vraag of an authority.' })
  @IsId('mentorshiprequest')
  requestId!: string;
}

@InputType({ description: 'Antwoord op een voorgesteld mentorschap.' })
export class AnswerMentorshipInput {
  @Field(() => ID, { description: 'Mentorschap.' })
  @IsId('mentorship')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field({ description: 'Akkoord: true agrees, false declines.' })
  @IsBoolean()
  agree!: boolean;

  @Field(() => String, { nullable: true, description: 'Reden to decline, 3 to 500 characters.' })
  @IfValue()
  @IsLine(3, 500)
  note?: string | null;
}

@InputType({ description: 'Einde van een mentorschap, today.' })
export class EndMentorshipInput {
  @Field(() => ID, { description: 'Mentorschap.' })
  @IsId('mentorship')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Slotwoord, 3 to 500 characters.' })
  @IfValue()
  @IsLine(3, 500)
  note?: string | null;
}
