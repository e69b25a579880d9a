import { IfValue, IsId, IsLine } from '@lokaal/shared/graphql';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';

/** Longer than any code or address of an issuer that is known. */
const longest = 2_000;
const longestSecret = 100;

@InputType()
abstract class DepartureInput {
  @Field({ description: 'Aanbieder: its name in openIdIssuers.' })
  @IsLine(1, longestSecret)
  issuer!: string;

  @Field({ description: 'Terugkeeradres to which the person comes back: one of those that are configured, exactly.' })
  @IsLine(1, longest)
  redirectUri!: string;
}

@InputType({ description: 'Begin van een aanmelding elsewhere.' })
export class StartOpenIdSignInInput extends DepartureInput {}

@InputType({ description: 'Begin van een koppeling with an account elsewhere.' })
export class StartOpenIdLinkInput extends DepartureInput {
  @Field(() => String, { nullable: true, description: 'Wachtwoord, typed again; not needed by whoever has none.' })
  @IfValue()
  @MaxLength(256)
  password?: string | null;
}

@InputType()
export abstract class OpenIdReturnInput {
  @Field({ description: 'Sleutel that the start gave, kept where only this client reads it.' })
  @IsLine(1, longestSecret)
  flowToken!: string;

  @Field({ description: 'state, as it stands in the address to which the person came back.' })
  @IsLine(1, longestSecret)
  state!: string;

  @Field({ description: 'code, as it stands in that address.' })
  @IsLine(1, longest)
  code!: string;

  @Field(() => String, { nullable: true, description: 'iss, as it stands in that address; null when it does not.' })
  @IfValue()
  @IsLine(1, longest)
  iss?: string | null;
}

@InputType({ description: 'Terugkeer of whoever signs in.' })
export class FinishOpenIdSignInInput extends OpenIdReturnInput {}

@InputType({ description: 'Terugkeer of whoever links an account.' })
export class LinkOpenIdIdentityInput extends OpenIdReturnInput {}

@InputType({ description: 'Einde van een koppeling.' })
export class UnlinkOpenIdIdentityInput {
  @Field(() => ID, { description: 'Koppeling: its id.' })
  @IsId('externalidentity')
  id!: string;
}
