import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { EventConditionsService } from './event-conditions.service.js';
import { SetEventPricesInput, SetEventQuestionsInput } from './event-conditions.input.js';
import type { EventCopyService } from './event-copy.service.js';
import { ArchiveEventInput, CancelEventInput, DeleteEventInput, PublishEventInput } from './event-status.input.js';
import type { EventStatusService } from './event-status.service.js';
import { CopyEventInput } from './event-copy.input.js';
import { CreateEventInput, UpdateEventInput } from './event.input.js';
import {
  ArchiveEventPayload,
  CancelEventPayload,
  CopyEventPayload,
  CreateEventPayload,
  DeleteEventPayload,
  PublishEventPayload,
  SetEventPricesPayload,
  SetEventQuestionsPayload,
  UpdateEventPayload,
} from './event.payload.js';
import type { EventService } from './event.service.js';

export interface EventServices {
  readonly events: EventService;
  readonly copies: EventCopyService;
  readonly statuses: EventStatusService;
  readonly conditions: EventConditionsService;
}

@Resolver()
export class EventMutationResolver {
  private readonly events;
  private readonly copies;
  private readonly statuses;
  private readonly conditions;

  constructor({ events, copies, statuses, conditions }: EventServices) {
    this.events = events;
    this.copies = copies;
    this.statuses = statuses;
    this.conditions = conditions;
  }

  @Mutation(() => CreateEventPayload, {
    description: 'Evenement aanmaken as a draft, by staff, and by coordinators for a meeting of their circle.',
  })
  @Directive('@authenticated')
  async createEvent(@Arg('input', { description: 'The event.' }) input: CreateEventInput, @Ctx() { viewer }: Context) {
    return { event: await this.events.create(viewer, input) };
  }

  @Mutation(() => UpdateEventPayload, {
    description:
      'Evenement wijzigen. Lower capacity than what is taken takes nobody’s place away; places come free below it.',
  })
  @Directive('@authenticated')
  async updateEvent(
    @Arg('input', { description: 'The changes.' }) input: UpdateEventInput,
    @Ctx() { viewer }: Context,
  ) {
    return { event: await this.events.update(viewer, input) };
  }

  @Mutation(() => CopyEventPayload, {
    description: 'Nieuwe editie maken from an earlier event: its set-up with new times, as a draft.',
  })
  @Directive('@authenticated')
  async copyEvent(
    @Arg('input', { description: 'Which event, and when the new one begins.' }) input: CopyEventInput,
    @Ctx() { viewer }: Context,
  ) {
    return { event: await this.copies.copy(viewer, input) };
  }

  @Mutation(() => PublishEventPayload, { description: 'Evenement publiceren: DRAFT becomes PUBLISHED.' })
  @Directive('@authenticated')
  async publishEvent(
    @Arg('input', { description: 'Which event.' }) input: PublishEventInput,
    @Ctx() { viewer }: Context,
  ) {
    return { event: await this.statuses.publish(viewer, input) };
  }

  @Mutation(() => CancelEventPayload, {
    description: 'Evenement annuleren: PUBLISHED becomes CANCELLED, and everybody who registered is told.',
  })
  @Directive('@authenticated')
  async cancelEvent(
    @Arg('input', { description: 'Which event, and why.' }) input: CancelEventInput,
    @Ctx() { viewer }: Context,
  ) {
    return { event: await this.statuses.cancel(viewer, input) };
  }

  @Mutation(() => ArchiveEventPayload, {
    description: 'Evenement archiveren once it is over: PUBLISHED becomes ARCHIVED.',
  })
  @Directive('@authenticated')
  async archiveEvent(
    @Arg('input', { description: 'Which event.' }) input: ArchiveEventInput,
    @Ctx() { viewer }: Context,
  ) {
    return { event: await this.statuses.archive(viewer, input) };
  }

  @Mutation(() => DeleteEventPayload, { description: 'Ontwerp verwijderen: only what was never published.' })
  @Directive('@authenticated')
  async deleteEvent(
    @Arg('input', { description: 'Which draft.' }) input: DeleteEventInput,
    @Ctx() { viewer }: Context,
  ) {
    return { deletedId: await this.statuses.delete(viewer, input) };
  }

  @Mutation(() => SetEventPricesPayload, {
    description: 'Prijzen zetten by audience; who is of no audience in the list may not register.',
  })
  @Directive('@authenticated')
  async setEventPrices(
    @Arg('input', { description: 'The prices.' }) input: SetEventPricesInput,
    @Ctx() { viewer }: Context,
  ) {
    return { event: await this.conditions.setPrices(viewer, input) };
  }

  @Mutation(() => SetEventQuestionsPayload, { description: 'Vragen zetten that registrants answer.' })
  @Directive('@authenticated')
  async setEventQuestions(
    @Arg('input', { description: 'The questions.' }) input: SetEventQuestionsInput,
    @Ctx() { viewer }: Context,
  ) {
    return { event: await this.conditions.setQuestions(viewer, input) };
  }
}
