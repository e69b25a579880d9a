import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { CircleCoordinatorService } from './circle-coordinator.service.js';
import {
  AppointCoordinatorInput,
  CreateKnowledgeCircleInput,
  DismissCoordinatorInput,
  EndKnowledgeCircleInput,
  FormaliseKnowledgeCircleInput,
  UpdateKnowledgeCircleInput,
} from './knowledge-circle.input.js';
import {
  AppointCoordinatorPayload,
  CreateKnowledgeCirclePayload,
  DismissCoordinatorPayload,
  EndKnowledgeCirclePayload,
  FormaliseKnowledgeCirclePayload,
  UpdateKnowledgeCirclePayload,
} from './knowledge-circle.payload.js';
import type { KnowledgeCircleService } from './knowledge-circle.service.js';

interface CircleServices {
  readonly circles: KnowledgeCircleService;
  readonly coordinators: CircleCoordinatorService;
}

@Resolver()
export class KnowledgeCircleChangesResolver {
  constructor(private readonly services: CircleServices) {}

  @Mutation(() => CreateKnowledgeCirclePayload, {
    description:
      'Kenniskring voorstellen, by staff: two or more authorities want to found it. It is PROPOSED. A founder’s open request to join another circle is withdrawn.',
  })
  @Directive('@authenticated')
  async createKnowledgeCircle(
    @Arg('input', { description: 'The proposal.' }) input: CreateKnowledgeCircleInput,
    @Ctx() { viewer }: Context,
  ) {
    return { knowledgeCircle: await this.services.circles.create(viewer, input) };
  }

  @Mutation(() => UpdateKnowledgeCirclePayload, {
    description: 'Kenniskring wijzigen, by its coordinators or staff.',
  })
  @Directive('@authenticated')
  async updateKnowledgeCircle(
    @Arg('input', { description: 'The changes.' }) input: UpdateKnowledgeCircleInput,
    @Ctx() { viewer }: Context,
  ) {
    return { knowledgeCircle: await this.services.circles.update(viewer, input) };
  }

  @Mutation(() => FormaliseKnowledgeCirclePayload, {
    description:
      'Kenniskring formaliseren, by staff after an exploratory talk: every authority with an open accession joins, two at least.',
  })
  @Directive('@authenticated')
  async formaliseKnowledgeCircle(
    @Arg('input', { description: 'Which proposal, and from when.' }) input: FormaliseKnowledgeCircleInput,
    @Ctx() { viewer }: Context,
  ) {
    return { knowledgeCircle: await this.services.circles.formalise(viewer, input) };
  }

  @Mutation(() => EndKnowledgeCirclePayload, {
    description: 'Kenniskring beëindigen, by staff: memberships end with it. A proposal is dropped by it.',
  })
  @Directive('@authenticated')
  async endKnowledgeCircle(
    @Arg('input', { description: 'Which one, and when.' }) input: EndKnowledgeCircleInput,
    @Ctx() { viewer }: Context,
  ) {
    return { knowledgeCircle: await this.services.circles.end(viewer, input) };
  }

  @Mutation(() => AppointCoordinatorPayload, {
    description:
      'Regiocoördinator aanstellen, by staff: somebody who works for an organisation, is an effective member or staff.',
  })
  @Directive('@authenticated')
  async appointCoordinator(
    @Arg('input', { description: 'Who, and of which circle.' }) input: AppointCoordinatorInput,
    @Ctx() { viewer }: Context,
  ) {
    return { knowledgeCircle: await this.services.coordinators.appoint(viewer, input) };
  }

  @Mutation(() => DismissCoordinatorPayload, { description: 'Regiocoördinator ontslaan, by staff.' })
  @Directive('@authenticated')
  async dismissCoordinator(
    @Arg('input', { description: 'Who, and of which circle.' }) input: DismissCoordinatorInput,
    @Ctx() { viewer }: Context,
  ) {
    return { knowledgeCircle: await this.services.coordinators.dismiss(viewer, input) };
  }
}
