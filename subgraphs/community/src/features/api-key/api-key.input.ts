import { ExpectedVersion, IdempotencyKey, IfValue, IsId, IsLine } from '@lokaal/shared/graphql';
import { ArrayNotEmpty, ArrayUnique, IsDate, IsEnum, IsInt, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { ApiKeyScope } from './api-key.enums.js';

/** Hours in which a key that was replaced goes on: usually, and at most. */
const usualOverlap = 24;
const longestOverlap = 168;

@InputType({ description: 'Nieuwe API-sleutel.' })
export class CreateApiKeyInput {
  @Field(() => ID, { description: 'Organisatie for which it acts: one where you may give its scopes.' })
  @IsId('organisation')
  organisationId!: string;

  @Field({ description: 'Naam, 2 to 80 characters: which system will have it.' })
  @IsLine(2, 80)
  name!: string;

  @Field(() => [ApiKeyScope], { description: 'Bereik: what it may be used for, each once, and no more than it needs.' })
  @IsEnum(ApiKeyScope, { each: true })
  @ArrayNotEmpty({ message: 'Name at least one scope.' })
  @ArrayUnique({ message: 'Name each scope once.' })
  scopes!: ApiKeyScope[];

  @Field(() => Date, {
    nullable: true,
    description: 'Verloopt op, at most 366 days from now; after 90 days when it is not sent.',
  })
  @IfValue()
  @IsDate()
  expiresAt?: Date | null;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Vervanging van een API-sleutel.' })
export class RotateApiKeyInput {
  @Field(() => ID, { description: 'API-sleutel that is replaced: its id.' })
  @IsId('apikey')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;

  @Field(() => Int, {
    defaultValue: usualOverlap,
    description: `Overlap: hours in which the replaced key still works, at most ${longestOverlap}. 0 when it leaked: it ends at once.`,
  })
  @IsInt()
  @Min(0)
  @Max(longestOverlap)
  overlapHours!: number;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

@InputType({ description: 'Intrekking van een API-sleutel.' })
export class RevokeApiKeyInput {
  @Field(() => ID, { description: 'API-sleutel: its id.' })
  @IsId('apikey')
  id!: string;

  @ExpectedVersion()
  expectedVersion!: number;
}
