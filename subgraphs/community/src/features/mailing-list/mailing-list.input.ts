import {
  EmailAddress,
  ExpectedVersion,
  IdempotencyKey,
  IfSent,
  IsId,
  IsLine,
  IsProse,
  IsSlug,
} from '@lokaal/shared/graphql';
import { IsBoolean, IsEmail, IsEnum, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { Language } from '../person/language.js';

/** Ours have 43 signs; anything else is no token of ours, and refused as such. */
const longestToken = 100;
const longestEmail = 254;

@InputType({ description: 'Inschrijving op een mailinglijst.' })
export class SubscribeToMailingListInput {
  @Field(() => ID, { description: 'Mailinglijst.' })
  @IsId('mailinglist')
  listId!: string;

  @Field(() => EmailAddress, { description: 'E-mailadres: receives a link that confirms it.' })
  @IsEmail({ allow_utf8_local_part: false }, { message: 'Write an e-mail address, for example an@gemeente.be.' })
  @MaxLength(longestEmail)
  email!: string;

  @Field(() => Language, { defaultValue: Language.NL, description: 'Taal of what is around each issue.' })
  @IsEnum(Language)
  language!: Language;
}

@InputType({ description: 'Bevestiging van een inschrijving: what the mailed link holds.' })
export class ConfirmMailingListSubscriptionInput {
  @Field({ description: 'Code: the token in the mailed link; works for three days.' })
  @MaxLength(longestToken)
  token!: string;
}

@InputType({ description: 'Uitschrijving: what the link at the end of each issue holds.' })
export class UnsubscribeFromMailingListInput {
  @Field({ description: 'Code: the token in the link at the end of an issue.' })
  @MaxLength(longestToken)
  token!: string;
}

@InputType({ description: 'Einde van een inschrijving: your own, or any by staff.' })
export class EndMailingListSubscriptionInput {
  @Field(() => ID, { description: 'Inschrijving that ends.' })
  @IsId('subscription')
  id!: string;
}

@InputType({ description: 'Nieuwe mailinglijst: it takes subscriptions at once.' })
export class CreateMailingListInput {
  @Field({
    description: 'Sleutel in a URL: small letters, digits and hyphens, 2 to 60 characters; it never changes.',
  })
  @IsSlug(2, 60)
  slug!: string;

  @Field({ description: 'Naam, 2 to 120 characters.' })
  @IsLine(2, 120)
  name!: string;

  @Field({ description: 'Omschrijving: what it sends, and how often, 10 to 1,000 characters.' })
  @IsProse(10, 1_000)
  description!: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Wijziging van een mailinglijst: what is not sent stays as it is.' })
export class UpdateMailingListInput {
  @Field(() => ID, { description: 'Mailinglijst that changes.' })
  @IsId('mailinglist')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: 'Naam, 2 to 120 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(2, 120)
  name?: string;

  @Field(() => String, { nullable: true, description: 'Omschrijving, 10 to 1,000 characters; cannot be cleared.' })
  @IfSent()
  @IsProse(10, 1_000)
  description?: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Open: false refuses new subscriptions, and keeps those that are there; cannot be cleared.',
  })
  @IfSent()
  @IsBoolean()
  open?: boolean;
}

@InputType({ description: 'Nieuwe editie: in preparation.' })
export class CreateMailingListIssueInput {
  @Field(() => ID, { description: 'Mailinglijst to which it will go.' })
  @IsId('mailinglist')
  listId!: string;

  @Field({ description: 'Onderwerp, 3 to 150 characters.' })
  @IsLine(3, 150)
  subject!: string;

  @Field({ description: 'Tekst, 10 to 10,000 characters; an empty line begins a paragraph.' })
  @IsProse(10, 10_000)
  body!: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Editie that goes to everybody who is subscribed.' })
export class SendMailingListIssueInput {
  @Field(() => ID, { description: 'Editie.' })
  @IsId('listissue')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Wijziging van een editie that was not sent: what is not sent stays as it is.' })
export class UpdateMailingListIssueInput extends SendMailingListIssueInput {
  @Field(() => String, { nullable: true, description: 'Onderwerp, 3 to 150 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(3, 150)
  subject?: string;

  @Field(() => String, { nullable: true, description: 'Tekst, 10 to 10,000 characters; cannot be cleared.' })
  @IfSent()
  @IsProse(10, 10_000)
  body?: string;
}
