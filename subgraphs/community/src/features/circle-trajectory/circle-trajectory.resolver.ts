import type { Context } from '@lokaal/shared/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Directive, Info, Mutation, Query, Resolver } from 'type-graphql';
import { BuildingBlockName } from './building-block-name.type.js';
import { buildingBlocks } from './building-blocks.js';
import {
  AdvanceTrajectoryInput,
  RemoveTrajectoryInput,
  StartTrajectoryInput,
  UpdateTrajectoryInput,
} from './circle-trajectory.input.js';
import {
  AdvanceTrajectoryPayload,
  RemoveTrajectoryPayload,
  StartTrajectoryPayload,
  UpdateTrajectoryPayload,
} from './circle-trajectory.payload.js';
import { circleTrajectoryReads } from './circle-trajectory.reads.js';
import type { CircleTrajectoryService } from './circle-trajectory.service.js';
import { CircleTrajectoryConnection } from './circle-trajectory.type.js';

@Resolver()
export class CircleTrajectoryResolver {
  constructor(
    private readonly trajectories: Pick<CircleTrajectoryService, 'start' | 'advance' | 'update' | 'remove'>,
  ) {}

  @Query(() => CircleTrajectoryConnection, {
    nullable: true,
    description: 'Trajecten of all circles: which building block is where, and how far.',
  })
  circleTrajectories(@Ctx() { reader }: Context, @Info() info: GraphQLResolveInfo) {
    return reader.page(circleTrajectoryReads, info);
  }

  @Query(() => [BuildingBlockName], {
    nullable: true,
    description: 'Bouwstenen of which a circle may begin a trajectory: what a drop-down needs.',
  })
  buildingBlockNames(): readonly BuildingBlockName[] {
    return buildingBlocks;
  }

  @Mutation(() => StartTrajectoryPayload, {
    description: 'Traject beginnen with a building block, by the circle’s coordinators or staff.',
  })
  @Directive('@authenticated')
  async startTrajectory(
    @Arg('input', { description: 'Which building block, and from when.' }) input: StartTrajectoryInput,
    @Ctx() { viewer }: Context,
  ) {
    return { circleTrajectory: await this.trajectories.start(viewer, input) };
  }

  @Mutation(() => AdvanceTrajectoryPayload, {
    description: 'Traject naar de volgende fase, by the circle’s coordinators or staff; stages are not skipped.',
  })
  @Directive('@authenticated')
  async advanceTrajectory(
    @Arg('input', { description: 'Which one, and from when.' }) input: AdvanceTrajectoryInput,
    @Ctx() { viewer }: Context,
  ) {
    return { circleTrajectory: await this.trajectories.advance(viewer, input) };
  }

  @Mutation(() => UpdateTrajectoryPayload, {
    description: 'Traject verbeteren, by the circle’s coordinators or staff: its note, and when its stages began.',
  })
  @Directive('@authenticated')
  async updateTrajectory(
    @Arg('input', { description: 'Which one, and what should have been.' }) input: UpdateTrajectoryInput,
    @Ctx() { viewer }: Context,
  ) {
    return { circleTrajectory: await this.trajectories.update(viewer, input) };
  }

  @Mutation(() => RemoveTrajectoryPayload, {
    description: 'Traject schrappen that never was, by the circle’s coordinators or staff.',
  })
  @Directive('@authenticated')
  async removeTrajectory(
    @Arg('input', { description: 'Which one.' }) input: RemoveTrajectoryInput,
    @Ctx() { viewer }: Context,
  ) {
    return { deletedId: await this.trajectories.remove(viewer, input) };
  }
}
