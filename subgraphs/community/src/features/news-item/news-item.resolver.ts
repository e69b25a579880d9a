import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { EditorialWrites } from '../editorial/editorial.service.js';
import {
  CreateNewsItemInput,
  DeleteNewsItemInput,
  PublishNewsItemInput,
  UpdateNewsItemInput,
  WithdrawNewsItemInput,
} from './news-item.input.js';
import {
  CreateNewsItemPayload,
  DeleteNewsItemPayload,
  PublishNewsItemPayload,
  UpdateNewsItemPayload,
  WithdrawNewsItemPayload,
} from './news-item.payload.js';
import { newsItemReads } from './news-item.reads.js';
import { NewsItem, NewsItemConnection } from './news-item.type.js';

@Resolver()
export class NewsItemResolver {
  constructor(private readonly service: EditorialWrites) {}

  @Query(() => NewsItemConnection, { nullable: true, description: 'Nieuws of the association.' })
  newsItems(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(newsItemReads, info);
  }

  @Query(() => NewsItem, { nullable: true, description: 'Nieuwsbericht: one by its id.' })
  newsItem(
    @Arg('id', () => ID, { description: 'Identificatie of it.' }) id: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(newsItemReads, { id }, info);
  }

  @Mutation(() => CreateNewsItemPayload, { description: 'Nieuwsbericht schrijven: a draft, by staff.' })
  @Directive('@authenticated')
  async createNewsItem(
    @Arg('input', { description: 'What is new.' }) input: CreateNewsItemInput,
    @Ctx() { viewer }: Context,
  ) {
    return { newsItem: await this.service.create(viewer, input) };
  }

  @Mutation(() => UpdateNewsItemPayload, { description: 'Nieuwsbericht wijzigen, by staff.' })
  @Directive('@authenticated')
  async updateNewsItem(
    @Arg('input', { description: 'The changes.' }) input: UpdateNewsItemInput,
    @Ctx() { viewer }: Context,
  ) {
    return { newsItem: await this.service.update(viewer, input) };
  }

  @Mutation(() => PublishNewsItemPayload, {
    description: 'Nieuwsbericht publiceren, by staff: from its day of publication on everybody sees it.',
  })
  @Directive('@authenticated')
  async publishNewsItem(
    @Arg('input', { description: 'Which one.' }) input: PublishNewsItemInput,
    @Ctx() { viewer }: Context,
  ) {
    return { newsItem: await this.service.publish(viewer, input) };
  }

  @Mutation(() => WithdrawNewsItemPayload, {
    description: 'Nieuwsbericht intrekken, by staff: others no longer see it.',
  })
  @Directive('@authenticated')
  async withdrawNewsItem(
    @Arg('input', { description: 'Which one, and why.' }) input: WithdrawNewsItemInput,
    @Ctx() { viewer }: Context,
  ) {
    return { newsItem: await this.service.withdraw(viewer, input) };
  }

  @Mutation(() => DeleteNewsItemPayload, {
    description: 'Ontwerp verwijderen, by staff: only what was never published.',
  })
  @Directive('@authenticated')
  async deleteNewsItem(
    @Arg('input', { description: 'Which draft.' }) input: DeleteNewsItemInput,
    @Ctx() { viewer }: Context,
  ) {
    return { deletedId: await this.service.delete(viewer, input) };
  }
}
