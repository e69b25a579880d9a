import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import {
  AddExhibitorPayload,
  AddRoomPayload,
  AddTrackPayload,
  RemoveExhibitorPayload,
  RemoveRoomPayload,
  RemoveTrackPayload,
  UpdateExhibitorPayload,
  UpdateRoomPayload,
  UpdateTrackPayload,
} from './event.payload.js';
import type { ExhibitorService } from './exhibitor.service.js';
import {
  AddExhibitorInput,
  AddRoomInput,
  AddTrackInput,
  RemoveExhibitorInput,
  RemoveRoomInput,
  RemoveTrackInput,
  UpdateExhibitorInput,
  UpdateRoomInput,
  UpdateTrackInput,
} from './programme.input.js';
import type { RoomService } from './room.service.js';
import type { TrackService } from './track.service.js';

@Resolver()
export class ProgrammeResolver {
  constructor(
    private readonly tracks: TrackService,
    private readonly rooms: RoomService,
    private readonly exhibitors: ExhibitorService,
  ) {}

  @Mutation(() => AddTrackPayload, { description: 'Traject toevoegen, as the last one.' })
  @Directive('@authenticated')
  async addTrack(@Arg('input', { description: 'The track.' }) input: AddTrackInput, @Ctx() { viewer }: Context) {
    return { track: await this.tracks.add(viewer, input) };
  }

  @Mutation(() => UpdateTrackPayload, { description: 'Traject wijzigen or put in another place.' })
  @Directive('@authenticated')
  async updateTrack(
    @Arg('input', { description: 'The changes.' }) input: UpdateTrackInput,
    @Ctx() { viewer }: Context,
  ) {
    return { track: await this.tracks.update(viewer, input) };
  }

  @Mutation(() => RemoveTrackPayload, { description: 'Traject verwijderen that has no sessions.' })
  @Directive('@authenticated')
  async removeTrack(
    @Arg('input', { description: 'Which track.' }) input: RemoveTrackInput,
    @Ctx() { viewer }: Context,
  ) {
    return { event: await this.tracks.remove(viewer, input) };
  }

  @Mutation(() => AddRoomPayload, { description: 'Zaal toevoegen.' })
  @Directive('@authenticated')
  async addRoom(@Arg('input', { description: 'The room.' }) input: AddRoomInput, @Ctx() { viewer }: Context) {
    return { room: await this.rooms.add(viewer, input) };
  }

  @Mutation(() => UpdateRoomPayload, { description: 'Zaal wijzigen.' })
  @Directive('@authenticated')
  async updateRoom(@Arg('input', { description: 'The changes.' }) input: UpdateRoomInput, @Ctx() { viewer }: Context) {
    return { room: await this.rooms.update(viewer, input) };
  }

  @Mutation(() => RemoveRoomPayload, { description: 'Zaal verwijderen that has no sessions.' })
  @Directive('@authenticated')
  async removeRoom(@Arg('input', { description: 'Which room.' }) input: RemoveRoomInput, @Ctx() { viewer }: Context) {
    return { event: await this.rooms.remove(viewer, input) };
  }

  @Mutation(() => AddExhibitorPayload, { description: 'Standhouder toevoegen.' })
  @Directive('@authenticated')
  async addExhibitor(
    @Arg('input', { description: 'The exhibitor.' }) input: AddExhibitorInput,
    @Ctx() { viewer }: Context,
  ) {
    return { exhibitor: await this.exhibitors.add(viewer, input) };
  }

  @Mutation(() => UpdateExhibitorPayload, { description: 'Standhouder wijzigen.' })
  @Directive('@authenticated')
  async updateExhibitor(
    @Arg('input', { description: 'The changes.' }) input: UpdateExhibitorInput,
    @Ctx() { viewer }: Context,
  ) {
    return { exhibitor: await this.exhibitors.update(viewer, input) };
  }

  @Mutation(() => RemoveExhibitorPayload, { description: 'Standhouder verwijderen, before the event begins.' })
  @Directive('@authenticated')
  async removeExhibitor(
    @Arg('input', { description: 'Which exhibitor.' }) input: RemoveExhibitorInput,
    @Ctx() { viewer }: Context,
  ) {
    return { event: await this.exhibitors.remove(viewer, input) };
  }
}
