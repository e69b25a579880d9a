import { DeletionPayload, Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Event } from './event.type.js';
import { Exhibitor, Room, Track } from './programme.type.js';

/** The event that was changed, by its id. */
@ObjectType()
abstract class EventPayload extends Payload {
  @Field(() => Event, { nullable: true, description: 'Evenement as it is now; null when nothing was changed.' })
  event?: string;
}

@ObjectType({ description: 'Antwoord op createEvent.' })
export class CreateEventPayload extends EventPayload {}

@ObjectType({ description: 'Antwoord op updateEvent.' })
export class UpdateEventPayload extends EventPayload {}

@ObjectType({ description: 'Antwoord op copyEvent.' })
export class CopyEventPayload extends EventPayload {}

@ObjectType({ description: 'Antwoord op publishEvent.' })
export class PublishEventPayload extends EventPayload {}

@ObjectType({ description: 'Antwoord op cancelEvent.' })
export class CancelEventPayload extends EventPayload {}

@ObjectType({ description: 'Antwoord op archiveEvent.' })
export class ArchiveEventPayload extends EventPayload {}

@ObjectType({ description: 'Antwoord op setEventPrices.' })
export class SetEventPricesPayload extends EventPayload {}

@ObjectType({ description: 'Antwoord op setEventQuestions.' })
export class SetEventQuestionsPayload extends EventPayload {}

@ObjectType({ description: 'Antwoord op removeTrack.' })
export class RemoveTrackPayload extends EventPayload {}

@ObjectType({ description: 'Antwoord op removeRoom.' })
export class RemoveRoomPayload extends EventPayload {}

@ObjectType({ description: 'Antwoord op removeExhibitor.' })
export class RemoveExhibitorPayload extends EventPayload {}

@ObjectType({ description: 'Antwoord op deleteEvent.' })
export class DeleteEventPayload extends DeletionPayload {}

/** The track that was changed, by its id. */
@ObjectType()
abstract class TrackPayload extends Payload {
  @Field(() => Track, { nullable: true, description: 'Traject as it is now; null when nothing was changed.' })
  track?: string;
}

@ObjectType({ description: 'Antwoord op addTrack.' })
export class AddTrackPayload extends TrackPayload {}

@ObjectType({ description: 'Antwoord op updateTrack.' })
export class UpdateTrackPayload extends TrackPayload {}

/** The room that was changed, by its id. */
@ObjectType()
abstract class RoomPayload extends Payload {
  @Field(() => Room, { nullable: true, description: 'Zaal as it is now; null when nothing was changed.' })
  room?: string;
}

@ObjectType({ description: 'Antwoord op addRoom.' })
export class AddRoomPayload extends RoomPayload {}

@ObjectType({ description: 'Antwoord op updateRoom.' })
export class UpdateRoomPayload extends RoomPayload {}

/** The exhibitor that was changed, by its id. */
@ObjectType()
abstract class ExhibitorPayload extends Payload {
  @Field(() => Exhibitor, { nullable: true, description: 'Standhouder as it is now; null when nothing was changed.' })
  exhibitor?: string;
}

@ObjectType({ description: 'Antwoord op addExhibitor.' })
export class AddExhibitorPayload extends ExhibitorPayload {}

@ObjectType({ description: 'Antwoord op updateExhibitor.' })
export class UpdateExhibitorPayload extends ExhibitorPayload {}
