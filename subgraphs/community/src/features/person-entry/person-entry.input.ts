import { EmailAddress, ExpectedVersion, IdempotencyKey, IfSent, IsId, IsName } from '@lokaal/shared/graphql';
import { IsEmail, IsEnum, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { Language } from '../person/language.js';
import { longestName } from '../person/longest-name.js';

const longestEmail = 254;
const emailRule = { message: 'Write an e-mail address, for example an@gemeente.be.' };

@InputType({ description: 'Nieuwe persoon, entered by staff.' })
export class CreatePersonInput {
  @Field({ description: 'Naam: first and last name, 1 to 100 characters, without web address.' })
  @IsName(1, longestName)
  name!: string;

  @Field(() => EmailAddress, { description: 'E-mailadres: receives a link to choose a password; of nobody else.' })
  @IsEmail({ allow_utf8_local_part: false }, emailRule)
  @MaxLength(longestEmail)
  email!: string;

  @Field(() => Language, { defaultValue: Language.NL, description: 'Taal: language of the mails to this person.' })
  @IsEnum(Language)
  language!: Language;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Wijziging van een persoon by staff: what is not sent stays as it is.' })
export class UpdatePersonInput {
  @Field(() => ID, { description: 'Persoon: its id.' })
  @IsId('person')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Naam, 1 to 100 characters, without web address; cannot be cleared.',
  })
  @IfSent()
  @IsName(1, longestName)
  name?: string;

  @Field(() => Language, { nullable: true, description: 'Taal in which the person is written to; cannot be cleared.' })
  @IfSent()
  @IsEnum(Language)
  language?: Language;

  @Field(() => EmailAddress, {
    nullable: true,
    description:
      'E-mailadres; cannot be cleared. Another one signs the person out, and works once its owner chose a password by the mailed link.',
  })
  @IfSent()
  @IsEmail({ allow_utf8_local_part: false }, emailRule)
  @MaxLength(longestEmail)
  email?: string;
}
