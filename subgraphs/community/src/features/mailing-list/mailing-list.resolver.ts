import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { CreateMailingListInput, UpdateMailingListInput } from './mailing-list.input.js';
import { CreateMailingListPayload, UpdateMailingListPayload } from './mailing-list.payload.js';
import { mailingListReads } from './mailing-list.reads.js';
import type { MailingListService } from './mailing-list.service.js';
import { MailingList, MailingListConnection } from './mailing-list.type.js';

@Resolver()
export class MailingListResolver {
  constructor(private readonly lists: MailingListService) {}

  @Query(() => MailingListConnection, { nullable: true, description: 'Mailinglijsten of the association.' })
  mailingLists(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(mailingListReads, info);
  }

  @Query(() => MailingList, { nullable: true, description: 'Mailinglijst: one by its slug.' })
  mailingList(
    @Arg('slug', () => String, { description: 'Sleutel of the list.' }) slug: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(mailingListReads, { slug }, info);
  }

  @Mutation(() => CreateMailingListPayload, { description: 'Mailinglijst beginnen, by staff.' })
  @Directive('@authenticated')
  async createMailingList(
    @Arg('input', { description: 'What is new.' }) input: CreateMailingListInput,
    @Ctx() { viewer }: Context,
  ) {
    return { mailingList: await this.lists.create(viewer, input) };
  }

  @Mutation(() => UpdateMailingListPayload, {
    description: 'Mailinglijst wijzigen, by staff; also to close it for new subscriptions, and to open it again.',
  })
  @Directive('@authenticated')
  async updateMailingList(
    @Arg('input', { description: 'The changes.' }) input: UpdateMailingListInput,
    @Ctx() { viewer }: Context,
  ) {
    return { mailingList: await this.lists.update(viewer, input) };
  }
}
