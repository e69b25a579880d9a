import { IfValue, IsId, IsLine } from '@lokaal/shared/graphql';
import { IsInt, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

/** Longest idempotencyKey: room for a UUID with a prefix. */
const longestKey = 100;

@InputType({ description: 'Intekening voor een sessie, by who has a place at its event.' })
export class SignUpForSessionInput {
  @Field(() => ID, { description: 'Sessie: id of the session.' })
  @IsId('session')
  sessionId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Sleutel of your choice: the same call sent again has no second effect (24 hours).',
  })
  @IfValue()
  @IsLine(1, longestKey)
  idempotencyKey?: string | null;
}

/** A change of one sign-up that somebody has seen. */
@InputType()
abstract class SeenSignupInput {
  @Field(() => ID, { description: 'Intekening: its id.' })
  @IsId('signup')
  id!: string;

  @Field(() => Int, { description: 'Versie that you have seen; another one is refused with CONFLICT.' })
  @IsInt()
  @Min(1)
  expectedVersion!: number;
}

@InputType({ description: 'Aangeboden plaats in een sessie aanvaarden.' })
export class AcceptSessionOfferInput extends SeenSignupInput {}

@InputType({ description: 'Aangeboden plaats in een sessie weigeren.' })
export class DeclineSessionOfferInput extends SeenSignupInput {}

@InputType({ description: 'Intekening voor een sessie annuleren.' })
export class CancelSessionSignupInput extends SeenSignupInput {}
