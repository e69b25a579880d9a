import { ExpectedVersion, IdempotencyKey, IsId } from '@lokaal/shared/graphql';
import { Field, ID, InputType } from 'type-graphql';

@InputType({ description: 'Intekening voor een sessie, by who has a place at its event.' })
export class SignUpForSessionInput {
  @Field(() => ID, { description: 'Sessie: id of the session.' })
  @IsId('session')
  sessionId!: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

/** A change of one sign-up that somebody has seen. */
@InputType()
abstract class SeenSignupInput {
  @Field(() => ID, { description: 'Intekening: its id.' })
  @IsId('signup')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Aangeboden plaats in een sessie aanvaarden.' })
export class AcceptSessionOfferInput extends SeenSignupInput {}

@InputType({ description: 'Aangeboden plaats in een sessie weigeren.' })
export class DeclineSessionOfferInput extends SeenSignupInput {}

@InputType({ description: 'Intekening voor een sessie annuleren.' })
export class CancelSessionSignupInput extends SeenSignupInput {}
