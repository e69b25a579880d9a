import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { RetryMailInput } from './retry-mail.input.js';
import { RetryMailPayload } from './retry-mail.payload.js';
import { undeliveredMailReads } from './undelivered-mail.reads.js';
import type { UndeliveredMailService } from './undelivered-mail.service.js';
import { UndeliveredMailConnection } from './undelivered-mail.type.js';

@Resolver()
export class UndeliveredMailResolver {
  constructor(private readonly mails: Pick<UndeliveredMailService, 'retry'>) {}

  @Query(() => UndeliveredMailConnection, {
    nullable: true,
    description: 'Niet-bezorgde mails, for staff: tried in vain, or given up. The oldest first.',
  })
  undeliveredMails(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(undeliveredMailReads, info);
  }

  @Mutation(() => RetryMailPayload, {
    description:
      'Mail opnieuw proberen, by staff: at once instead of at its next attempt; also what was refused for good, for a week.',
  })
  @Directive('@authenticated')
  async retryMail(@Arg('input', { description: 'Which mail.' }) { id }: RetryMailInput, @Ctx() { viewer }: Context) {
    return { undeliveredMail: await this.mails.retry(viewer, id) };
  }
}
