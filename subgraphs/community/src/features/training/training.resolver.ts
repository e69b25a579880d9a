import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, ID, Info, Mutation, Query, Resolver } from 'type-graphql';
import { AddTrainingSessionInput, RemoveTrainingSessionInput, SetTrainerInput } from './training-session.input.js';
import { trainingSessionReads } from './training-session.reads.js';
import type { TrainingSessionService } from './training-session.service.js';
import { TrainingSessionConnection } from './training-session.type.js';
import { CreateTrainingInput, UpdateTrainingInput } from './training.input.js';
import {
  AddTrainingSessionPayload,
  CreateTrainingPayload,
  RemoveTrainingSessionPayload,
  SetTrainerPayload,
  UpdateTrainingPayload,
} from './training.payload.js';
import { trainingReads } from './training.reads.js';
import type { TrainingService } from './training.service.js';
import { Training, TrainingConnection } from './training.type.js';

@Resolver()
export class TrainingResolver {
  constructor(
    private readonly kept: TrainingService,
    private readonly sessions: TrainingSessionService,
  ) {}

  @Query(() => TrainingConnection, { nullable: true, description: 'Opleidingen that the association gives or gave.' })
  trainings(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(trainingReads, info);
  }

  @Query(() => Training, { nullable: true, description: 'Opleiding: one by its id.' })
  training(
    @Arg('id', () => ID, { description: 'Identificatie of the training.' }) id: string,
    @Ctx() { reader }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reader.one(trainingReads, { id }, info);
  }

  @Query(() => TrainingSessionConnection, {
    nullable: true,
    description: 'Opleidingssessies, in order of time; drafts only for staff.',
  })
  trainingSessions(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(trainingSessionReads, info);
  }

  @Mutation(() => CreateTrainingPayload, { description: 'Opleiding aanmaken, by staff.' })
  @Directive('@authenticated')
  async createTraining(
    @Arg('input', { description: 'The training.' }) input: CreateTrainingInput,
    @Ctx() { viewer }: Context,
  ) {
    return { training: await this.kept.create(viewer, input) };
  }

  @Mutation(() => UpdateTrainingPayload, {
    description: 'Opleiding wijzigen, or take it out of the offer, by staff.',
  })
  @Directive('@authenticated')
  async updateTraining(
    @Arg('input', { description: 'The changes.' }) input: UpdateTrainingInput,
    @Ctx() { viewer }: Context,
  ) {
    return { training: await this.kept.update(viewer, input) };
  }

  @Mutation(() => AddTrainingSessionPayload, {
    description: `Opleidingssessie plannen, by staff: make an event of series OTHER with createEvent or copyEvent, say here
which training it is, and publish it. Its certificate says the hours of the training, unless the event says others.`,
  })
  @Directive('@authenticated')
  async addTrainingSession(
    @Arg('input', { description: 'Which training, as which event, by whom.' }) input: AddTrainingSessionInput,
    @Ctx() { viewer }: Context,
  ) {
    return { trainingSession: await this.sessions.add(viewer, input) };
  }

  @Mutation(() => SetTrainerPayload, { description: 'Lesgever van een opleidingssessie zetten, by staff.' })
  @Directive('@authenticated')
  async setTrainer(
    @Arg('input', { description: 'Which session, and who gives it.' }) input: SetTrainerInput,
    @Ctx() { viewer }: Context,
  ) {
    return { trainingSession: await this.sessions.setTrainer(viewer, input) };
  }

  @Mutation(() => RemoveTrainingSessionPayload, {
    description: 'Opleidingssessie weghalen before it begins, by staff; its event stays.',
  })
  @Directive('@authenticated')
  async removeTrainingSession(
    @Arg('input', { description: 'Which session.' }) input: RemoveTrainingSessionInput,
    @Ctx() { viewer }: Context,
  ) {
    return { training: await this.sessions.remove(viewer, input) };
  }
}
