import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { CreateApiKeyInput, RevokeApiKeyInput, RotateApiKeyInput } from './api-key.input.js';
import { CreateApiKeyPayload, RevokeApiKeyPayload, RotateApiKeyPayload } from './api-key.payload.js';
import { apiKeyReads } from './api-key.reads.js';
import type { ApiKeyService } from './api-key.service.js';
import { ApiKeyConnection } from './api-key.type.js';

@Resolver()
export class ApiKeyResolver {
  constructor(private readonly service: ApiKeyService) {}

  @Query(() => ApiKeyConnection, {
    nullable: true,
    description: 'API-sleutels: those of the organisations whose keys you look after; for staff all.',
  })
  apiKeys(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(apiKeyReads, info);
  }

  @Mutation(() => CreateApiKeyPayload, {
    description: 'API-sleutel aanmaken, for a system of your organisation. The answer shows the key, once.',
  })
  @Directive('@authenticated')
  createApiKey(@Arg('input', { description: 'What it is for.' }) input: CreateApiKeyInput, @Ctx() { viewer }: Context) {
    return this.service.create(viewer, input);
  }

  @Mutation(() => RotateApiKeyPayload, {
    description:
      'API-sleutel vervangen: another one for the same system, shown once, with the same scopes and term. The one before works for another 24 hours, or as long as you say.',
  })
  @Directive('@authenticated')
  rotateApiKey(@Arg('input', { description: 'Which key.' }) input: RotateApiKeyInput, @Ctx() { viewer }: Context) {
    return this.service.rotate(viewer, input);
  }

  @Mutation(() => RevokeApiKeyPayload, {
    description: 'API-sleutel intrekken, at once and for good, by who looks after the organisation’s keys or by staff.',
  })
  @Directive('@authenticated')
  async revokeApiKey(
    @Arg('input', { description: 'Which key.' }) input: RevokeApiKeyInput,
    @Ctx() { viewer }: Context,
  ) {
    return { apiKey: await this.service.revoke(viewer, input) };
  }
}
