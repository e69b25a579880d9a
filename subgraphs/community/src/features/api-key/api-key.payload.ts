import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { ApiKey } from './api-key.type.js';

@ObjectType()
abstract class NewKeyPayload extends Payload {
  @Field(() => ApiKey, { nullable: true, description: 'API-sleutel; null when none was made.' })
  apiKey?: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Geheim: the key itself, shown this once. Null when none was made, and when the same call made it before: then revoke that one and make another.',
  })
  secret?: string | null;
}

@ObjectType({ description: 'Antwoord op createApiKey.' })
export class CreateApiKeyPayload extends NewKeyPayload {}

@ObjectType({ description: 'Antwoord op rotateApiKey, about the new key.' })
export class RotateApiKeyPayload extends NewKeyPayload {}

@ObjectType({ description: 'Antwoord op revokeApiKey.' })
export class RevokeApiKeyPayload extends Payload {
  @Field(() => ApiKey, { nullable: true, description: 'API-sleutel as it is now; null when nothing was changed.' })
  apiKey?: string;
}
