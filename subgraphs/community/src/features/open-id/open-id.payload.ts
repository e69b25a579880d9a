import { Payload } from '@lokaal/shared/graphql';
import { Field, ID, ObjectType } from 'type-graphql';
import { SessionPayload } from '../identity/identity.type.js';
import { ExternalIdentity } from './external-identity.type.js';

@ObjectType({ description: 'Aanbieder: an issuer by which one signs in.' })
export class OpenIdIssuer {
  @Field({ description: 'Naam, for startOpenIdSignIn.' }) name!: string;
  @Field({ description: 'Opschrift for the button.' }) label!: string;
  @Field({ description: 'Adres of the issuer, as its tokens have it.' }) issuer!: string;
  @Field(() => [String], {
    description: 'Terugkeeradressen, of which startOpenIdSignIn takes one: those of its clients.',
  })
  redirectUris!: string[];
}

/** Where to go, null when it was refused. */
@ObjectType()
abstract class DeparturePayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Adres at the issuer, for the browser; null when refused.' })
  authorizationUrl?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Sleutel to finish with, within ten minutes: keep it in this client, never in an address. Null when refused.',
  })
  flowToken?: string;
}

@ObjectType({ description: 'Antwoord op startOpenIdSignIn.' })
export class StartOpenIdSignInPayload extends DeparturePayload {}

@ObjectType({ description: 'Antwoord op startOpenIdLink.' })
export class StartOpenIdLinkPayload extends DeparturePayload {}

@ObjectType({ description: 'Antwoord op finishOpenIdSignIn.' })
export class FinishOpenIdSignInPayload extends SessionPayload {}

@ObjectType({ description: 'Antwoord op linkOpenIdIdentity.' })
export class LinkOpenIdIdentityPayload extends Payload {
  @Field(() => ExternalIdentity, { nullable: true, description: 'Koppeling as it is now; null when refused.' })
  externalIdentity?: string;
}

@ObjectType({ description: 'Antwoord op unlinkOpenIdIdentity. All sessions of the person have ended.' })
export class UnlinkOpenIdIdentityPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Identificatie of the link that is gone; null when refused.' })
  deletedId?: string;
}
