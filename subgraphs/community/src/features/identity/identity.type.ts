import { Field, Int, ObjectType } from 'type-graphql';
import { Payload } from '@lokaal/shared/graphql';

@ObjectType({ description: 'Antwoord op een registratie: the same whether the e-mail address had an account or not.' })
export class RegisterPersonPayload extends Payload {}

@ObjectType({ description: 'Antwoord op de bevestiging van een e-mailadres.' })
export class ConfirmEmailPayload extends Payload {}

@ObjectType({
  description: 'Antwoord op de aanvraag van een nieuw wachtwoord: the same whether the address has an account or not.',
})
export class RequestPasswordResetPayload extends Payload {}

@ObjectType({ description: 'Antwoord op een nieuw wachtwoord. All sessions of the person have ended.' })
export class ResetPasswordPayload extends Payload {}

@ObjectType({
  description: 'Antwoord op de vraag om een ander e-mailadres: the same whether the new address has an account or not.',
})
export class RequestEmailChangePayload extends Payload {}

@ObjectType({ description: 'Antwoord op de bevestiging van een ander e-mailadres. All sessions have ended.' })
export class ConfirmEmailChangePayload extends Payload {}

/** The tokens of a session, null when it was refused. */
@ObjectType()
export abstract class SessionPayload extends Payload {
  @Field(() => String, {
    nullable: true,
    description: 'Toegangscode: goes with each request as "Authorization: Bearer ...". Null when refused.',
  })
  accessToken?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Vernieuwingscode: gives the next access token by refreshSession, once. Keep it secret. Null when refused.',
  })
  refreshToken?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Geldigheidsduur: seconds that the access token works. Null when refused.',
  })
  expiresIn?: number;
}

@ObjectType({ description: 'Antwoord op een aanmelding.' })
export class SignInPayload extends SessionPayload {}

@ObjectType({ description: 'Antwoord op de verlenging van een sessie.' })
export class RefreshSessionPayload extends SessionPayload {}

@ObjectType({ description: 'Antwoord op een afmelding.' })
export class SignOutPayload extends Payload {}

@ObjectType({ description: 'Antwoord op een afmelding op alle toestellen.' })
export class SignOutEverywherePayload extends Payload {}
