import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Query, Resolver } from 'type-graphql';
import type { OpenId } from './open-id.js';
import {
  FinishOpenIdSignInInput,
  LinkOpenIdIdentityInput,
  StartOpenIdLinkInput,
  StartOpenIdSignInInput,
  UnlinkOpenIdIdentityInput,
} from './open-id.input.js';
import {
  FinishOpenIdSignInPayload,
  LinkOpenIdIdentityPayload,
  OpenIdIssuer,
  StartOpenIdLinkPayload,
  StartOpenIdSignInPayload,
  UnlinkOpenIdIdentityPayload,
} from './open-id.payload.js';

@Resolver()
export class OpenIdResolver {
  constructor(private readonly openId: () => OpenId) {}

  @Query(() => [OpenIdIssuer], {
    nullable: true,
    description: 'Aanbieders by which one signs in besides a password, for a page that offers them.',
  })
  openIdIssuers(): readonly OpenIdIssuer[] {
    return this.openId().offered;
  }

  @Mutation(() => StartOpenIdSignInPayload, {
    description:
      'Elders aanmelden, first half: gives the address to which the browser goes. The second half is finishOpenIdSignIn.',
  })
  startOpenIdSignIn(
    @Arg('input', { description: 'By whom, and where to come back.' }) input: StartOpenIdSignInInput,
  ): Promise<StartOpenIdSignInPayload> {
    return this.openId().service.startSignIn(input);
  }

  @Mutation(() => FinishOpenIdSignInPayload, {
    description:
      'Elders aanmelden, second half: opens a session, as signIn does. The first time the account with the verified address is linked, or made; a registration that nobody confirmed gives way.',
  })
  finishOpenIdSignIn(
    @Arg('input', { description: 'What came back.' }) input: FinishOpenIdSignInInput,
    @Ctx() { clientAddress }: Context,
  ): Promise<FinishOpenIdSignInPayload> {
    return this.openId().service.finishSignIn(input, clientAddress);
  }

  @Mutation(() => StartOpenIdLinkPayload, {
    description:
      'Aanmelding koppelen, first half: as startOpenIdSignIn, for who is signed in. The second half is linkOpenIdIdentity.',
  })
  @Directive('@authenticated')
  startOpenIdLink(
    @Arg('input', { description: 'With whom, and where to come back.' }) input: StartOpenIdLinkInput,
    @Ctx() { viewer, clientAddress }: Context,
  ): Promise<StartOpenIdLinkPayload> {
    return this.openId().service.startLink(viewer, input, clientAddress);
  }

  @Mutation(() => LinkOpenIdIdentityPayload, {
    description: 'Aanmelding koppelen, second half: from then on one signs in by it too. A mail tells so.',
  })
  @Directive('@authenticated')
  async linkOpenIdIdentity(
    @Arg('input', { description: 'What came back.' }) input: LinkOpenIdIdentityInput,
    @Ctx() { viewer }: Context,
  ): Promise<LinkOpenIdIdentityPayload> {
    return { externalIdentity: await this.openId().service.link(viewer, input) };
  }

  @Mutation(() => UnlinkOpenIdIdentityPayload, {
    description:
      'Koppeling ongedaan maken, and sign out everywhere; calendar feeds end too. Whoever has no password asks for one by requestPasswordReset.',
  })
  @Directive('@authenticated')
  async unlinkOpenIdIdentity(
    @Arg('input', { description: 'Which link.' }) { id }: UnlinkOpenIdIdentityInput,
    @Ctx() { viewer }: Context,
  ): Promise<UnlinkOpenIdIdentityPayload> {
    return { deletedId: await this.openId().service.unlink(viewer, id) };
  }
}
