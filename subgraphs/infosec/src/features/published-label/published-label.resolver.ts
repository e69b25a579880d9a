import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { changeOf } from '../../authority-transaction.js';
import { PublishLabelInput, WithdrawLabelInput } from './published-label.input.js';
import { PublishLabelPayload, WithdrawLabelPayload } from './published-label.payload.js';
import { publishedLabelReads } from './published-label.reads.js';
import type { PublishedLabelService } from './published-label.service.js';
import { PublishedLabelConnection } from './published-label.type.js';

@Resolver()
export class PublishedLabelResolver {
  constructor(private readonly service: PublishedLabelService) {}

  @Query(() => PublishedLabelConnection, {
    nullable: true,
    description: 'Gepubliceerde labels of all authorities that show one.',
  })
  publishedLabels(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(publishedLabelReads, info);
  }

  @Mutation(() => PublishLabelPayload, {
    description:
      'Label publiceren of a verified and validated measurement that meets its level, by the authority’s CISO or DPO.',
  })
  @Directive('@authenticated')
  async publishLabel(
    @Arg('input', { description: 'Which measurement, and how long.' }) input: PublishLabelInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return { label: await this.service.publish(changeOf(context, info), input) };
  }

  @Mutation(() => WithdrawLabelPayload, { description: 'Label intrekken, by the authority’s CISO or DPO.' })
  @Directive('@authenticated')
  async withdrawLabel(
    @Arg('input', { description: 'Which label.' }) input: WithdrawLabelInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return { measurement: await this.service.withdraw(changeOf(context, info), input), withdrawnLabelId: input.id };
  }
}
