import { Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Event } from '../event/event.type.js';
import { SessionMaterial } from './session-parts.type.js';
import { Session } from './session.type.js';

/** The session that was changed, by its id. */
@ObjectType()
abstract class ChangedSessionPayload extends Payload {
  @Field(() => Session, { nullable: true, description: 'Sessie as it is now; null when nothing was changed.' })
  session?: string;
}

@ObjectType({ description: 'Antwoord op addSession.' })
export class AddSessionPayload extends ChangedSessionPayload {}

@ObjectType({ description: 'Antwoord op updateSession.' })
export class UpdateSessionPayload extends ChangedSessionPayload {}

@ObjectType({ description: 'Antwoord op moveSession.' })
export class MoveSessionPayload extends ChangedSessionPayload {}

@ObjectType({ description: 'Antwoord op cancelSession.' })
export class CancelSessionPayload extends ChangedSessionPayload {}

@ObjectType({ description: 'Antwoord op setSpeakers.' })
export class SetSpeakersPayload extends ChangedSessionPayload {}

@ObjectType({ description: 'Antwoord op removeMaterial.' })
export class RemoveMaterialPayload extends ChangedSessionPayload {}

@ObjectType({ description: 'Antwoord op inviteToSession.' })
export class InviteToSessionPayload extends ChangedSessionPayload {}

@ObjectType({ description: 'Antwoord op withdrawInvitation.' })
export class WithdrawInvitationPayload extends ChangedSessionPayload {}

@ObjectType({ description: 'Antwoord op removeSession.' })
export class RemoveSessionPayload extends Payload {
  @Field(() => Event, { nullable: true, description: 'Evenement without it; null when nothing was changed.' })
  event?: string;
}

@ObjectType({ description: 'Antwoord op addMaterial.' })
export class AddMaterialPayload extends Payload {
  @Field(() => SessionMaterial, { nullable: true, description: 'Materiaal; null when nothing was changed.' })
  material?: string;
}
