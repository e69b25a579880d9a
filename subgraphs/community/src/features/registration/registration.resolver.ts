import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { RegistrationChangeService } from './registration-change.service.js';
import {
  AcceptOfferInput,
  CancelRegistrationInput,
  ChangeRegistrationAnswersInput,
  ChangeRegistrationModeInput,
  DeclineOfferInput,
  RegisterColleagueInput,
  RegisterComplimentaryInput,
  RegisterForEventInput,
} from './registration.input.js';
import {
  AcceptOfferPayload,
  CancelRegistrationPayload,
  ChangeRegistrationAnswersPayload,
  ChangeRegistrationModePayload,
  DeclineOfferPayload,
  RegisterColleaguePayload,
  RegisterComplimentaryPayload,
  RegisterForEventPayload,
} from './registration.payload.js';
import type { RegistrationService } from './registration.service.js';

export interface RegistrationServices {
  readonly registrations: Pick<RegistrationService, 'register' | 'registerColleague' | 'registerComplimentary'>;
  readonly changes: Pick<
    RegistrationChangeService,
    'acceptOffer' | 'declineOffer' | 'cancel' | 'changeMode' | 'changeAnswers'
  >;
}

@Resolver()
export class RegistrationResolver {
  constructor(private readonly services: RegistrationServices) {}

  @Mutation(() => RegisterForEventPayload, {
    description: 'Inschrijven voor een event: confirmed while there are places, else at the end of the waiting list.',
  })
  @Directive('@authenticated')
  async registerForEvent(
    @Arg('input', { description: 'For which event, and how.' }) input: RegisterForEventInput,
    @Ctx() context: Context,
  ) {
    return { registration: await this.services.registrations.register(context, input) };
  }

  @Mutation(() => RegisterColleaguePayload, {
    description:
      'Collega inschrijven, by the MEMBER_CONTACT or ICT_MANAGER of the organisation; staff registers anybody, also at the door.',
  })
  @Directive('@authenticated')
  async registerColleague(
    @Arg('input', { description: 'Whom, for which event, and how.' }) input: RegisterColleagueInput,
    @Ctx() context: Context,
  ) {
    return { registration: await this.services.registrations.registerColleague(context, input) };
  }

  @Mutation(() => RegisterComplimentaryPayload, {
    description:
      'Gratis plaats geven, by staff, at whatever event and to whomever: free, for a reason, and within its places as for everybody.',
  })
  @Directive('@authenticated')
  async registerComplimentary(
    @Arg('input', { description: 'To whom, at which event, and why.' }) input: RegisterComplimentaryInput,
    @Ctx() context: Context,
  ) {
    return { registration: await this.services.registrations.registerComplimentary(context, input) };
  }

  @Mutation(() => AcceptOfferPayload, { description: 'Aangeboden plaats aanvaarden, before the offer expires.' })
  @Directive('@authenticated')
  async acceptOffer(
    @Arg('input', { description: 'Which registration.' }) input: AcceptOfferInput,
    @Ctx() { viewer }: Context,
  ) {
    return { registration: await this.services.changes.acceptOffer(viewer, input) };
  }

  @Mutation(() => DeclineOfferPayload, {
    description: 'Aangeboden plaats weigeren: the registration ends, and the place is offered to the next in line.',
  })
  @Directive('@authenticated')
  async declineOffer(
    @Arg('input', { description: 'Which registration.' }) input: DeclineOfferInput,
    @Ctx() { viewer }: Context,
  ) {
    return { registration: await this.services.changes.declineOffer(viewer, input) };
  }

  @Mutation(() => CancelRegistrationPayload, {
    description:
      'Inschrijving annuleren, with its sessions, until the event begins. What comes free is offered to the next in line.',
  })
  @Directive('@authenticated')
  async cancelRegistration(
    @Arg('input', { description: 'Which registration.' }) input: CancelRegistrationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { registration: await this.services.changes.cancel(viewer, input) };
  }

  @Mutation(() => ChangeRegistrationModePayload, {
    description:
      'Wijze van deelname veranderen, at a hybrid event: to the end of the line for the other mode. Who has a place and finds none there keeps it.',
  })
  @Directive('@authenticated')
  async changeRegistrationMode(
    @Arg('input', { description: 'Which registration, and how.' }) input: ChangeRegistrationModeInput,
    @Ctx() { viewer }: Context,
  ) {
    return { registration: await this.services.changes.changeMode(viewer, input) };
  }

  @Mutation(() => ChangeRegistrationAnswersPayload, {
    description:
      'Antwoorden veranderen, as long as registration is open: also of who registered before a question was asked.',
  })
  @Directive('@authenticated')
  async changeRegistrationAnswers(
    @Arg('input', { description: 'Of which registration, and what.' }) input: ChangeRegistrationAnswersInput,
    @Ctx() { viewer }: Context,
  ) {
    return { registration: await this.services.changes.changeAnswers(viewer, input) };
  }
}
