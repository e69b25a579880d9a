import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import type { EmploymentAcceptanceService } from './employment-acceptance.service.js';
import { askedInvitations, askedOwnInvitations, EmploymentInvitationsArguments } from './employment-invitation.args.js';
import {
  AcceptEmploymentInvitationInput,
  DeclineEmploymentInvitationInput,
  InviteEmployeeInput,
  WithdrawEmploymentInvitationInput,
} from './employment-invitation.input.js';
import {
  AcceptEmploymentInvitationPayload,
  DeclineEmploymentInvitationPayload,
  InviteEmployeePayload,
  WithdrawEmploymentInvitationPayload,
} from './employment-invitation.payload.js';
import { employmentInvitationReads } from './employment-invitation.reads.js';
import type { EmploymentInvitationService } from './employment-invitation.service.js';
import { EmploymentInvitationConnection } from './employment-invitation.type.js';

@Resolver()
export class EmploymentInvitationResolver {
  constructor(
    private readonly invitations: Pick<EmploymentInvitationService, 'invite' | 'withdraw'>,
    private readonly answers: Pick<EmploymentAcceptanceService, 'accept' | 'decline'>,
  ) {}

  @Query(() => EmploymentInvitationConnection, {
    nullable: true,
    description: 'Mijn uitnodigingen tot tewerkstelling: those to your confirmed address, the newest first.',
  })
  myEmploymentInvitations(
    @Args() _asked: EmploymentInvitationsArguments,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.page(employmentInvitationReads, info, askedOwnInvitations);
  }

  @Query(() => EmploymentInvitationConnection, {
    nullable: true,
    description:
      'Uitnodigingen tot tewerkstelling that the viewer may see, of one organisation by its filter, the newest first.',
  })
  employmentInvitations(
    @Args() _asked: EmploymentInvitationsArguments,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.page(employmentInvitationReads, info, askedInvitations);
  }

  @Mutation(() => InviteEmployeePayload, {
    description:
      'Uitnodigen tot tewerkstelling, by the organisation’s MEMBER_CONTACT (all roles), its ICT_MANAGER (READER, PORTFOLIO_EDITOR, VENDOR_EDITOR) or staff (without roles; where nobody is MEMBER_CONTACT, nor was in the last two weeks, the first one, of which all of staff is told, and who gives the rest); nobody invites himself. A mail asks the person, whether or not there is an account yet; an invitation holds two weeks.',
  })
  @Directive('@authenticated')
  async inviteEmployee(
    @Arg('input', { description: 'Whom, where and as what.' }) input: InviteEmployeeInput,
    @Ctx() { viewer }: Context,
  ) {
    return { invitation: await this.invitations.invite(viewer, input) };
  }

  @Mutation(() => AcceptEmploymentInvitationPayload, {
    description:
      'Uitnodiging aanvaarden, by who is signed in with the invited address: the employment begins, when who invited may still give its roles.',
  })
  @Directive('@authenticated')
  async acceptEmploymentInvitation(
    @Arg('input', { description: 'Which one.' }) input: AcceptEmploymentInvitationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { invitation: await this.answers.accept(viewer, input) };
  }

  @Mutation(() => DeclineEmploymentInvitationPayload, {
    description: 'Uitnodiging weigeren, by who is signed in with the invited address.',
  })
  @Directive('@authenticated')
  async declineEmploymentInvitation(
    @Arg('input', { description: 'Which one.' }) input: DeclineEmploymentInvitationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { invitation: await this.answers.decline(viewer, input) };
  }

  @Mutation(() => WithdrawEmploymentInvitationPayload, {
    description: 'Uitnodiging intrekken, by who may invite there.',
  })
  @Directive('@authenticated')
  async withdrawEmploymentInvitation(
    @Arg('input', { description: 'Which one.' }) input: WithdrawEmploymentInvitationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { invitation: await this.invitations.withdraw(viewer, input) };
  }
}
