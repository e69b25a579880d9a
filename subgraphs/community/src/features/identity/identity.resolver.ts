import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { Context } from '@lokaal/shared/graphql';
import {
  ConfirmEmailChangeInput,
  ConfirmEmailInput,
  RefreshSessionInput,
  RegisterPersonInput,
  RequestEmailChangeInput,
  RequestPasswordResetInput,
  ResetPasswordInput,
  SignInInput,
  SignOutInput,
} from './identity.input.js';
import {
  ConfirmEmailChangePayload,
  ConfirmEmailPayload,
  RefreshSessionPayload,
  RegisterPersonPayload,
  RequestEmailChangePayload,
  RequestPasswordResetPayload,
  ResetPasswordPayload,
  SignInPayload,
  SignOutEverywherePayload,
  SignOutPayload,
} from './identity.type.js';
import type { Identity } from './identity.js';

export type IdentityServices = Pick<
  Identity,
  'registration' | 'passwordResets' | 'emailChanges' | 'signIns' | 'sessions'
>;

@Resolver()
export class IdentityResolver {
  constructor(private readonly identity: IdentityServices) {}

  @Mutation(() => RegisterPersonPayload, {
    description:
      'Registreren: asks for an account. A mail tells the owner of the address how to go on. Twenty an hour from one network address; five mails an hour to one mailbox. Who does not confirm it is forgotten after thirty days.',
  })
  async registerPerson(
    @Arg('input', { description: 'Who wants an account.' }) input: RegisterPersonInput,
    @Ctx() { clientAddress }: Context,
  ): Promise<RegisterPersonPayload> {
    await this.identity.registration.register(input, clientAddress);
    return {};
  }

  @Mutation(() => ConfirmEmailPayload, {
    description:
      'E-mailadres bevestigen: by the link in the first mail, and the password that was chosen. Who did not register ignores the mail, and registers or asks for a new password to have the account.',
  })
  async confirmEmail(
    @Arg('input', { description: 'What the mailed link holds, and the password.' }) input: ConfirmEmailInput,
    @Ctx() { clientAddress }: Context,
  ): Promise<ConfirmEmailPayload> {
    await this.identity.registration.confirmEmail(input, clientAddress);
    return {};
  }

  @Mutation(() => RequestPasswordResetPayload, {
    description:
      'Nieuw wachtwoord vragen: a mail with a link is sent, if the address has an account. Twenty an hour from one network address; five mails an hour to one mailbox.',
  })
  async requestPasswordReset(
    @Arg('input', { description: 'Whose password.' }) input: RequestPasswordResetInput,
    @Ctx() { clientAddress }: Context,
  ): Promise<RequestPasswordResetPayload> {
    await this.identity.passwordResets.request(input, clientAddress);
    return {};
  }

  @Mutation(() => ResetPasswordPayload, {
    description:
      'Nieuw wachtwoord kiezen, by the mailed link. Signs the person out everywhere and ends the calendar feeds; a mail names the accounts elsewhere that still sign in.',
  })
  async resetPassword(
    @Arg('input', { description: 'The new password, and what the mailed link holds.' }) input: ResetPasswordInput,
    @Ctx() { clientAddress }: Context,
  ): Promise<ResetPasswordPayload> {
    await this.identity.passwordResets.reset(input, clientAddress);
    return {};
  }

  @Mutation(() => RequestEmailChangePayload, {
    description:
      'Ander e-mailadres vragen for your own account: a link goes to the new address, and a mail tells the old one. Five an hour for one account and to one address; twenty from one network address.',
  })
  @Directive('@authenticated')
  async requestEmailChange(
    @Arg('input', { description: 'The new address, and your password.' }) input: RequestEmailChangeInput,
    @Ctx() { viewer, clientAddress }: Context,
  ): Promise<RequestEmailChangePayload> {
    await this.identity.emailChanges.request(viewer, input, clientAddress);
    return {};
  }

  @Mutation(() => ConfirmEmailChangePayload, {
    description:
      'Ander e-mailadres bevestigen, by the mailed link: signed in to the account that asked, or with its password. Signs the person out everywhere and ends the calendar feeds; employments, memberships and certificates stay.',
  })
  async confirmEmailChange(
    @Arg('input', { description: 'What the mailed link holds, and whose account it is.' })
    input: ConfirmEmailChangeInput,
    @Ctx() { viewer, clientAddress }: Context,
  ): Promise<ConfirmEmailChangePayload> {
    await this.identity.emailChanges.confirm(viewer, input, clientAddress);
    return {};
  }

  @Mutation(() => SignInPayload, { description: 'Aanmelden: opens a session with e-mail address and password.' })
  signIn(
    @Arg('input', { description: 'Who signs in.' }) input: SignInInput,
    @Ctx() { clientAddress }: Context,
  ): Promise<SignInPayload> {
    return this.identity.signIns.signIn(input, clientAddress);
  }

  @Mutation(() => RefreshSessionPayload, {
    description:
      'Sessie verlengen: gives the next pair of tokens. A refresh token that is used again ends the session.',
  })
  refreshSession(
    @Arg('input', { description: 'Which session.' }) input: RefreshSessionInput,
  ): Promise<RefreshSessionPayload> {
    return this.identity.sessions.refresh(input);
  }

  @Mutation(() => SignOutPayload, { description: 'Afmelden: ends the session of a refresh token, at once.' })
  async signOut(@Arg('input', { description: 'Which session.' }) input: SignOutInput): Promise<SignOutPayload> {
    await this.identity.sessions.signOut(input);
    return {};
  }

  @Mutation(() => SignOutEverywherePayload, {
    description: 'Overal afmelden: ends all sessions of the person who asks, this one too, and the calendar feeds.',
  })
  @Directive('@authenticated')
  async signOutEverywhere(@Ctx() { viewer }: Context): Promise<SignOutEverywherePayload> {
    await this.identity.sessions.signOutEverywhere(viewer);
    return {};
  }
}
