import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { SessionSignupChangeService } from './session-signup-change.service.js';
import {
  AcceptSessionOfferInput,
  CancelSessionSignupInput,
  DeclineSessionOfferInput,
  SignUpForSessionInput,
} from './session-signup.input.js';
import {
  AcceptSessionOfferPayload,
  CancelSessionSignupPayload,
  DeclineSessionOfferPayload,
  SignUpForSessionPayload,
} from './session-signup.payload.js';
import type { SessionSignupService } from './session-signup.service.js';

export interface SessionSignupServices {
  readonly signups: Pick<SessionSignupService, 'signUp'>;
  readonly changes: Pick<SessionSignupChangeService, 'acceptOffer' | 'declineOffer' | 'cancel'>;
}

@Resolver()
export class SessionSignupResolver {
  constructor(private readonly services: SessionSignupServices) {}

  @Mutation(() => SignUpForSessionPayload, {
    description:
      'Intekenen voor een sessie, with a confirmed place at its event: confirmed while there are places, else at the end of the waiting list.',
  })
  @Directive('@authenticated')
  async signUpForSession(
    @Arg('input', { description: 'For which session.' }) input: SignUpForSessionInput,
    @Ctx() context: Context,
  ) {
    return { signup: await this.services.signups.signUp(context, input) };
  }

  @Mutation(() => AcceptSessionOfferPayload, {
    description: 'Aangeboden plaats in een sessie aanvaarden, before the offer expires.',
  })
  @Directive('@authenticated')
  async acceptSessionOffer(
    @Arg('input', { description: 'Which sign-up.' }) input: AcceptSessionOfferInput,
    @Ctx() { viewer }: Context,
  ) {
    return { signup: await this.services.changes.acceptOffer(viewer, input) };
  }

  @Mutation(() => DeclineSessionOfferPayload, {
    description: 'Aangeboden plaats in een sessie weigeren: it is offered to the next in line.',
  })
  @Directive('@authenticated')
  async declineSessionOffer(
    @Arg('input', { description: 'Which sign-up.' }) input: DeclineSessionOfferInput,
    @Ctx() { viewer }: Context,
  ) {
    return { signup: await this.services.changes.declineOffer(viewer, input) };
  }

  @Mutation(() => CancelSessionSignupPayload, {
    description: 'Intekening voor een sessie annuleren, until it begins: the place is offered to the next in line.',
  })
  @Directive('@authenticated')
  async cancelSessionSignup(
    @Arg('input', { description: 'Which sign-up.' }) input: CancelSessionSignupInput,
    @Ctx() { viewer }: Context,
  ) {
    return { signup: await this.services.changes.cancel(viewer, input) };
  }
}
