import {
  CalendarDate,
  ExpectedVersion,
  IdempotencyKey,
  IfSent,
  IfValue,
  IsId,
  IsLine,
  IsName,
  IsProse,
} from '@lokaal/shared/graphql';
import { ArrayMaxSize, IsDefined, IsEnum, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { longestName } from '../person/longest-name.js';
import { AreThemes } from '../theme/known-themes.js';
import { KnowledgeAccess } from './editorial.enums.js';

const mostAuthors = 30;

@InputType({ description: 'Auteur: a person of the graph, or somebody else by name.' })
export class AuthorInput {
  @Field(() => ID, { nullable: true, description: 'Persoon; then the name is this person’s, unless you send another.' })
  @IfValue()
  @IsId('person')
  personId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Naam as it shall stand with the text, 2 to 100 characters, without web address.',
  })
  @IfValue()
  @IsName(2, longestName)
  name?: string | null;
}

/** What all new items have. */
@InputType()
export abstract class CreateEditorialInput {
  @Field({ description: 'Titel, in Dutch, 2 to 200 characters.' })
  @IsLine(2, 200)
  title!: string;

  @Field({ description: 'Samenvatting, in Dutch, 10 to 2,000 characters; everybody may read it.' })
  @IsProse(10, 2_000)
  summary!: string;

  @Field(() => [AuthorInput], { defaultValue: [], description: 'Auteurs or speakers in their order, at most 30.' })
  @ArrayMaxSize(mostAuthors)
  @ValidateNested({ each: true })
  authors!: AuthorInput[];

  @Field(() => [String], { defaultValue: [], description: 'Thema’s: slugs, at most 10.' })
  @AreThemes()
  themes!: string[];

  @Field(() => KnowledgeAccess, {
    defaultValue: KnowledgeAccess.PUBLIC,
    description: 'Toegang: who may read all of it.',
  })
  @IsEnum(KnowledgeAccess)
  access!: KnowledgeAccess;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Publicatiedatum: from when it is shown, once it is published; today when not sent.',
  })
  publishedOn?: string | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

/** An item, as somebody has seen it. */
@InputType()
export abstract class SeenEditorialInput {
  abstract id: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

/** What can be changed of all items: what is not sent stays as it is. */
@InputType()
export abstract class UpdateEditorialInput extends SeenEditorialInput {
  @Field(() => String, { nullable: true, description: 'Titel, 2 to 200 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(2, 200)
  title?: string;

  @Field(() => String, { nullable: true, description: 'Samenvatting, 10 to 2,000 characters; cannot be cleared.' })
  @IfSent()
  @IsProse(10, 2_000)
  summary?: string;

  @Field(() => [AuthorInput], { nullable: true, description: 'Auteurs in their order, instead of those of before.' })
  @IfSent()
  @ArrayMaxSize(mostAuthors)
  @ValidateNested({ each: true })
  authors?: AuthorInput[];

  @Field(() => [String], { nullable: true, description: 'Thema’s: slugs, instead of those of before.' })
  @IfSent()
  @AreThemes()
  themes?: string[];

  @Field(() => KnowledgeAccess, { nullable: true, description: 'Toegang; cannot be cleared.' })
  @IfSent()
  @IsEnum(KnowledgeAccess)
  access?: KnowledgeAccess;

  @Field(() => CalendarDate, { nullable: true, description: 'Publicatiedatum; cannot be cleared.' })
  @IfSent()
  @IsDefined({ message: 'Write a day.' })
  publishedOn?: string;
}
