import { ExpectedVersion, IdempotencyKey, IfSent, IsId, IsLine, IsProse, IsSlug } from '@lokaal/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';
import { AreCyfunCategories } from './are-cyfun-categories.js';

@InputType({ description: 'Nieuw thema.' })
export class CreateThemeInput {
  @Field({ description: 'Sleutel: small letters, digits and hyphens, 2 to 60 characters; it never changes.' })
  @IsSlug(2, 60)
  slug!: string;

  @Field({ description: 'Naam, in Dutch, 2 to 80 characters.' })
  @IsLine(2, 80)
  label!: string;

  @Field({ description: 'Omschrijving, in Dutch: what belongs to it, 10 to 500 characters.' })
  @IsProse(10, 500)
  description!: string;

  @Field(() => [String], { defaultValue: [], description: 'CyFun-categorieën, for example PR.AT, each once.' })
  @AreCyfunCategories()
  cyfunCategories!: string[];

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Wijziging van een thema: what is not sent stays as it is.' })
export class UpdateThemeInput {
  @Field(() => ID, { description: 'Thema that changes.' })
  @IsId('theme')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Naam, 2 to 80 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(2, 80)
  label?: string;

  @Field(() => String, { nullable: true, description: 'Omschrijving, 10 to 500 characters; cannot be cleared.' })
  @IfSent()
  @IsProse(10, 500)
  description?: string;

  @Field(() => [String], { nullable: true, description: 'CyFun-categorieën, instead of those of before.' })
  @IfSent()
  @AreCyfunCategories()
  cyfunCategories?: string[];
}
