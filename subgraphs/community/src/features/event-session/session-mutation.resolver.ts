import type { Context } from '@lokaal/shared/graphql';
import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { InvitationService } from './invitation.service.js';
import type { MaterialService } from './material.service.js';
import {
  AddMaterialInput,
  InviteToSessionInput,
  RemoveMaterialInput,
  SetSpeakersInput,
  WithdrawInvitationInput,
} from './session-parts.input.js';
import {
  AddSessionInput,
  CancelSessionInput,
  MoveSessionInput,
  RemoveSessionInput,
  UpdateSessionInput,
} from './session.input.js';
import {
  AddMaterialPayload,
  AddSessionPayload,
  CancelSessionPayload,
  InviteToSessionPayload,
  MoveSessionPayload,
  RemoveMaterialPayload,
  RemoveSessionPayload,
  SetSpeakersPayload,
  UpdateSessionPayload,
  WithdrawInvitationPayload,
} from './session.payload.js';
import type { SessionService } from './session.service.js';
import type { SpeakerService } from './speaker.service.js';

export interface SessionServices {
  readonly sessions: SessionService;
  readonly speakers: SpeakerService;
  readonly materials: MaterialService;
  readonly invitations: InvitationService;
}

@Resolver()
export class SessionMutationResolver {
  private readonly sessions;
  private readonly speakers;
  private readonly materials;
  private readonly invitations;

  constructor({ sessions, speakers, materials, invitations }: SessionServices) {
    this.sessions = sessions;
    this.speakers = speakers;
    this.materials = materials;
    this.invitations = invitations;
  }

  @Mutation(() => AddSessionPayload, { description: 'Sessie toevoegen.' })
  @Directive('@authenticated')
  async addSession(@Arg('input', { description: 'The session.' }) input: AddSessionInput, @Ctx() { viewer }: Context) {
    return { session: await this.sessions.add(viewer, input) };
  }

  @Mutation(() => UpdateSessionPayload, { description: 'Sessie wijzigen: what it is about and how many it takes.' })
  @Directive('@authenticated')
  async updateSession(
    @Arg('input', { description: 'The changes.' }) input: UpdateSessionInput,
    @Ctx() { viewer }: Context,
  ) {
    return { session: await this.sessions.update(viewer, input) };
  }

  @Mutation(() => MoveSessionPayload, { description: 'Sessie verplaatsen in time or to another room.' })
  @Directive('@authenticated')
  async moveSession(
    @Arg('input', { description: 'When and where.' }) input: MoveSessionInput,
    @Ctx() { viewer }: Context,
  ) {
    return { session: await this.sessions.move(viewer, input) };
  }

  @Mutation(() => CancelSessionPayload, { description: 'Sessie annuleren: it stays in the programme as cancelled.' })
  @Directive('@authenticated')
  async cancelSession(
    @Arg('input', { description: 'Which session.' }) input: CancelSessionInput,
    @Ctx() { viewer }: Context,
  ) {
    return { session: await this.sessions.cancel(viewer, input) };
  }

  @Mutation(() => RemoveSessionPayload, { description: 'Sessie verwijderen from a draft.' })
  @Directive('@authenticated')
  async removeSession(
    @Arg('input', { description: 'Which session.' }) input: RemoveSessionInput,
    @Ctx() { viewer }: Context,
  ) {
    return { event: await this.sessions.remove(viewer, input) };
  }

  @Mutation(() => SetSpeakersPayload, { description: 'Sprekers zetten, in the order of the programme.' })
  @Directive('@authenticated')
  async setSpeakers(
    @Arg('input', { description: 'The speakers.' }) input: SetSpeakersInput,
    @Ctx() { viewer }: Context,
  ) {
    return { session: await this.speakers.set(viewer, input) };
  }

  @Mutation(() => AddMaterialPayload, { description: 'Materiaal toevoegen, such as slides or a recording.' })
  @Directive('@authenticated')
  async addMaterial(
    @Arg('input', { description: 'The material.' }) input: AddMaterialInput,
    @Ctx() { viewer }: Context,
  ) {
    return { material: await this.materials.add(viewer, input) };
  }

  @Mutation(() => RemoveMaterialPayload, { description: 'Materiaal verwijderen.' })
  @Directive('@authenticated')
  async removeMaterial(
    @Arg('input', { description: 'Which material.' }) input: RemoveMaterialInput,
    @Ctx() { viewer }: Context,
  ) {
    return { session: await this.materials.remove(viewer, input) };
  }

  @Mutation(() => InviteToSessionPayload, { description: 'Uitnodigen for a private session.' })
  @Directive('@authenticated')
  async inviteToSession(
    @Arg('input', { description: 'Whom, and for which session.' }) input: InviteToSessionInput,
    @Ctx() { viewer }: Context,
  ) {
    return { session: await this.invitations.invite(viewer, input) };
  }

  @Mutation(() => WithdrawInvitationPayload, { description: 'Uitnodiging intrekken.' })
  @Directive('@authenticated')
  async withdrawInvitation(
    @Arg('input', { description: 'Which invitation.' }) input: WithdrawInvitationInput,
    @Ctx() { viewer }: Context,
  ) {
    return { session: await this.invitations.withdraw(viewer, input) };
  }
}
