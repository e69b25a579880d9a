import { EmailAddress, IfValue, IsLine, IsName } from '@lokaal/shared/graphql';
import { IsEmail, IsEnum, MaxLength } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { Language } from '../person/language.js';
import { longestName } from '../person/longest-name.js';

// Longer than any password that is accepted, also for signs of two code units: the rule itself gives a better sentence.
const longestPassword = 256;
const longestEmail = 254;
/** Ours have 43 signs; anything else is no token of ours, and refused as such. */
const longestToken = 100;

@InputType({ description: 'Registratie: who wants an account.' })
export class RegisterPersonInput {
  @Field({ description: 'Naam: first and last name, as colleagues know it; 1 to 100 characters, without web address.' })
  @IsName(1, longestName)
  name!: string;

  @Field(() => EmailAddress, { description: 'E-mailadres: receives a link that confirms it.' })
  @IsEmail({ allow_utf8_local_part: false }, { message: 'Write an e-mail address, for example an@gemeente.be.' })
  @MaxLength(longestEmail)
  email!: string;

  @Field({ description: 'Wachtwoord: 12 to 128 characters of any kind; not your name or e-mail address.' })
  @MaxLength(longestPassword)
  password!: string;

  @Field(() => Language, { defaultValue: Language.NL, description: 'Taal: language of the mails to this person.' })
  @IsEnum(Language)
  language!: Language;
}

@InputType({ description: 'Bevestiging van een e-mailadres: what the mailed link holds, and the password.' })
export class ConfirmEmailInput {
  @Field({ description: 'Code: the token in the mailed link; works for three days.' })
  @MaxLength(longestToken)
  token!: string;

  @Field({ description: 'Wachtwoord that was chosen at registering: who did not register cannot confirm.' })
  @MaxLength(longestPassword)
  password!: string;
}

@InputType({ description: 'Aanvraag van een nieuw wachtwoord.' })
export class RequestPasswordResetInput {
  @Field(() => EmailAddress, { description: 'E-mailadres: receives a link, if it has an account.' })
  @MaxLength(longestEmail)
  email!: string;
}

@InputType({ description: 'Nieuw wachtwoord, by the mailed link.' })
export class ResetPasswordInput {
  @Field({
    description:
      'Code: the token in the mailed link; works once, for one hour, or a week when an account was made for you.',
  })
  @MaxLength(longestToken)
  token!: string;

  @Field({ description: 'Nieuw wachtwoord: 12 to 128 characters of any kind; not your name or e-mail address.' })
  @MaxLength(longestPassword)
  password!: string;
}

@InputType({ description: 'Ander e-mailadres for the own account.' })
export class RequestEmailChangeInput {
  @Field(() => EmailAddress, { description: 'Nieuw e-mailadres: receives a link that confirms it.' })
  @IsEmail({ allow_utf8_local_part: false }, { message: 'Write an e-mail address, for example an@gemeente.be.' })
  @MaxLength(longestEmail)
  email!: string;

  @Field({ description: 'Wachtwoord of the account, once more.' })
  @MaxLength(longestPassword)
  password!: string;
}

@InputType({
  description: 'Bevestiging van een ander e-mailadres: what the mailed link holds, and whose account it is.',
})
export class ConfirmEmailChangeInput {
  @Field({ description: 'Code: the token in the mailed link; works once, for three days.' })
  @MaxLength(longestToken)
  token!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Wachtwoord of the account that asked for it; not needed by who is signed in there.',
  })
  @IfValue()
  @MaxLength(longestPassword)
  password?: string | null;
}

@InputType({ description: 'Aanmelding: who signs in.' })
export class SignInInput {
  @Field(() => EmailAddress, { description: 'E-mailadres of the account.' })
  @MaxLength(longestEmail)
  email!: string;

  @Field({ description: 'Wachtwoord of the account.' })
  @MaxLength(longestPassword)
  password!: string;
}

@InputType({ description: 'Verlenging van een sessie.' })
export class RefreshSessionInput {
  @Field({ description: 'Vernieuwingscode: the last refresh token that was received. It works once.' })
  @MaxLength(longestToken)
  refreshToken!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Herhaalsleutel: random text of at least 16 characters, new for every refresh. When the answer got lost, the same refresh token with the same key gives the same next one, for a minute. Without it, repeating ends the session.',
  })
  @IfValue()
  @IsLine(16, 100)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Afmelding: the session that ends.' })
export class SignOutInput {
  @Field({ description: 'Vernieuwingscode: a refresh token of the session.' })
  @MaxLength(longestToken)
  refreshToken!: string;
}
