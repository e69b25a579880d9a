import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { EditorialWrites } from '../editorial/editorial.service.js';
import {
  CreateMediaItemInput,
  DeleteMediaItemInput,
  PublishMediaItemInput,
  UpdateMediaItemInput,
  WithdrawMediaItemInput,
} from './media-item.input.js';
import {
  CreateMediaItemPayload,
  DeleteMediaItemPayload,
  PublishMediaItemPayload,
  UpdateMediaItemPayload,
  WithdrawMediaItemPayload,
} from './media-item.payload.js';
import { mediaItemReads } from './media-item.reads.js';
import { MediaItem, MediaItemConnection } from './media-item.type.js';

@Resolver()
export class MediaItemResolver {
  constructor(private readonly service: EditorialWrites) {}

  @Query(() => MediaItemConnection, { nullable: true, description: 'Opnames: webinars, podcasts and videos.' })
  mediaItems(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(mediaItemReads, info);
  }

  @Query(() => MediaItem, { nullable: true, description: 'Opname: one by its id.' })
  mediaItem(
    @Arg('id', () => ID, { description: 'Identificatie of it.' }) id: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(mediaItemReads, { id }, info);
  }

  @Mutation(() => CreateMediaItemPayload, { description: 'Opname schrijven: a draft, by staff.' })
  @Directive('@authenticated')
  async createMediaItem(
    @Arg('input', { description: 'What is new.' }) input: CreateMediaItemInput,
    @Ctx() { viewer }: Context,
  ) {
    return { mediaItem: await this.service.create(viewer, input) };
  }

  @Mutation(() => UpdateMediaItemPayload, { description: 'Opname wijzigen, by staff.' })
  @Directive('@authenticated')
  async updateMediaItem(
    @Arg('input', { description: 'The changes.' }) input: UpdateMediaItemInput,
    @Ctx() { viewer }: Context,
  ) {
    return { mediaItem: await this.service.update(viewer, input) };
  }

  @Mutation(() => PublishMediaItemPayload, {
    description: 'Opname publiceren, by staff: from its day of publication on everybody sees it.',
  })
  @Directive('@authenticated')
  async publishMediaItem(
    @Arg('input', { description: 'Which one.' }) input: PublishMediaItemInput,
    @Ctx() { viewer }: Context,
  ) {
    return { mediaItem: await this.service.publish(viewer, input) };
  }

  @Mutation(() => WithdrawMediaItemPayload, { description: 'Opname intrekken, by staff: others no longer see it.' })
  @Directive('@authenticated')
  async withdrawMediaItem(
    @Arg('input', { description: 'Which one, and why.' }) input: WithdrawMediaItemInput,
    @Ctx() { viewer }: Context,
  ) {
    return { mediaItem: await this.service.withdraw(viewer, input) };
  }

  @Mutation(() => DeleteMediaItemPayload, {
    description: 'Ontwerp verwijderen, by staff: only what was never published.',
  })
  @Directive('@authenticated')
  async deleteMediaItem(
    @Arg('input', { description: 'Which draft.' }) input: DeleteMediaItemInput,
    @Ctx() { viewer }: Context,
  ) {
    return { deletedId: await this.service.delete(viewer, input) };
  }
}
