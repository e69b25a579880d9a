import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { GiveConsentInput, WithdrawConsentInput } from './consent.input.js';
import { GiveConsentPayload, WithdrawConsentPayload } from './consent.payload.js';
import { consentWordingReads } from './consent.reads.js';
import type { ConsentService } from './consent.service.js';
import { ConsentWordingConnection } from './consent.type.js';

@Resolver()
export class ConsentResolver {
  constructor(private readonly consents: Pick<ConsentService, 'give' | 'withdraw'>) {}

  @Query(() => ConsentWordingConnection, {
    nullable: true,
    description: 'Toestemmingsteksten: what is asked of people and in which words, newest first.',
  })
  consentWordings(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(consentWordingReads, info);
  }

  @Mutation(() => GiveConsentPayload, {
    description:
      'Toestemming geven, after reading a text; it is written down with the text. Sent again it changes nothing. Staff write down what somebody told them.',
  })
  @Directive('@authenticated')
  async giveConsent(
    @Arg('input', { description: 'What was read, and by whom.' }) input: GiveConsentInput,
    @Ctx() { viewer }: Context,
  ) {
    return { person: await this.consents.give(viewer, input) };
  }

  @Mutation(() => WithdrawConsentPayload, {
    description:
      'Toestemming intrekken, from now on. Sent again it changes nothing. Staff write down what somebody told them.',
  })
  @Directive('@authenticated')
  async withdrawConsent(
    @Arg('input', { description: 'What the person no longer agrees to.' }) input: WithdrawConsentInput,
    @Ctx() { viewer }: Context,
  ) {
    return { person: await this.consents.withdraw(viewer, input) };
  }
}
