import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { IssueService } from './issue.service.js';
import {
  CreateMailingListIssueInput,
  SendMailingListIssueInput,
  UpdateMailingListIssueInput,
} from './mailing-list.input.js';
import {
  CreateMailingListIssuePayload,
  SendMailingListIssuePayload,
  UpdateMailingListIssuePayload,
} from './mailing-list.payload.js';

@Resolver()
export class IssueResolver {
  constructor(private readonly issues: IssueService) {}

  @Mutation(() => CreateMailingListIssuePayload, { description: 'Editie schrijven, by staff.' })
  @Directive('@authenticated')
  async createMailingListIssue(
    @Arg('input', { description: 'What is new.' }) input: CreateMailingListIssueInput,
    @Ctx() { viewer }: Context,
  ) {
    return { issue: await this.issues.create(viewer, input) };
  }

  @Mutation(() => UpdateMailingListIssuePayload, { description: 'Editie wijzigen before it is sent, by staff.' })
  @Directive('@authenticated')
  async updateMailingListIssue(
    @Arg('input', { description: 'The changes.' }) input: UpdateMailingListIssueInput,
    @Ctx() { viewer }: Context,
  ) {
    return { issue: await this.issues.update(viewer, input) };
  }

  @Mutation(() => SendMailingListIssuePayload, {
    description: 'Editie verzenden, by staff: one mail to each confirmed subscriber, once.',
  })
  @Directive('@authenticated')
  async sendMailingListIssue(
    @Arg('input', { description: 'Which one.' }) input: SendMailingListIssueInput,
    @Ctx() { viewer }: Context,
  ) {
    return { issue: await this.issues.send(viewer, input) };
  }
}
