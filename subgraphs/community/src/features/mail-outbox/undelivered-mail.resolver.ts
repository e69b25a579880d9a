import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import { RetryMailInput } from './retry-mail.input.js';
import { RetryMailPayload } from './retry-mail.payload.js';
import type { UndeliveredMailService } from './undelivered-mail.service.js';
import { UndeliveredMail } from './undelivered-mail.type.js';

@Resolver()
export class UndeliveredMailResolver {
  constructor(private readonly mails: Pick<UndeliveredMailService, 'list' | 'retry'>) {}

  @Query(() => [UndeliveredMail], {
    nullable: true,
    description: 'Niet-bezorgde mails for staff, the oldest first, at most 100: tried in vain, or given up.',
  })
  @Directive('@authenticated')
  undeliveredMails(@Ctx() { viewer }: Context) {
    return this.mails.list(viewer);
  }

  @Mutation(() => RetryMailPayload, {
    description: 'Mail opnieuw proberen, by staff: at once instead of at its next attempt.',
  })
  @Directive('@authenticated')
  async retryMail(@Arg('input', { description: 'Which mail.' }) { id }: RetryMailInput, @Ctx() { viewer }: Context) {
    return { mailId: await this.mails.retry(viewer, id) };
  }
}
