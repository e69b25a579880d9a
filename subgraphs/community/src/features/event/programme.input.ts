import { ExpectedVersion, IdempotencyKey, IfSent, IfValue, IsId, IsLine, IsProse } from '@lokaal/shared/graphql';
import { IsEnum, IsInt, Max, Min } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { TrackKind } from './event.enums.js';

const mostPlaces = 100_000;
const mostTracks = 200;

/** The event that something is added to. */
@InputType()
abstract class AddInput {
  @Field(() => ID, { description: 'Evenement: id of the event.' })
  @IsId('event')
  eventId!: string;

  @IdempotencyKey()
  idempotencyKey?: string | null;
}

/** The version that somebody has seen. */
@InputType()
abstract class SeenInput {
  @ExpectedVersion()
  expectedVersion!: number;
}

@InputType({ description: 'Nieuw traject.' })
export class AddTrackInput extends AddInput {
  @Field({ description: 'Naam, unique within the event, 1 to 80 characters.' })
  @IsLine(1, 80)
  name!: string;

  @Field(() => TrackKind, { description: 'Soort: for whom its sessions are.' })
  @IsEnum(TrackKind)
  kind!: TrackKind;
}

@InputType()
abstract class SeenTrackInput extends SeenInput {
  @Field(() => ID, { description: 'Traject: id of the track.' })
  @IsId('track')
  id!: string;
}

@InputType({ description: 'Wijziging van een traject: what is not sent stays as it is.' })
export class UpdateTrackInput extends SeenTrackInput {
  @Field(() => String, { nullable: true, description: 'Naam, 1 to 80 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(1, 80)
  name?: string;

  @Field(() => TrackKind, { nullable: true, description: 'Soort; cannot be cleared.' })
  @IfSent()
  @IsEnum(TrackKind)
  kind?: TrackKind;

  @Field(() => Int, { nullable: true, description: 'Plaats among the tracks, from 1; the others make way.' })
  @IfSent()
  @IsInt()
  @Min(1)
  @Max(mostTracks)
  position?: number;
}

@InputType({ description: 'Verwijdering van een traject without sessions.' })
export class RemoveTrackInput extends SeenTrackInput {}

@InputType({ description: 'Nieuwe zaal.' })
export class AddRoomInput extends AddInput {
  @Field({ description: 'Naam, unique within the event, 1 to 80 characters.' })
  @IsLine(1, 80)
  name!: string;

  @Field(() => Int, { description: 'Capaciteit: how many people it holds.' })
  @IsInt()
  @Min(1)
  @Max(mostPlaces)
  capacity!: number;
}

@InputType()
abstract class SeenRoomInput extends SeenInput {
  @Field(() => ID, { description: 'Zaal: id of the room.' })
  @IsId('room')
  id!: string;
}

@InputType({ description: 'Wijziging van een zaal: what is not sent stays as it is.' })
export class UpdateRoomInput extends SeenRoomInput {
  @Field(() => String, { nullable: true, description: 'Naam, 1 to 80 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(1, 80)
  name?: string;

  @Field(() => Int, { nullable: true, description: 'Capaciteit, at least that of its sessions; cannot be cleared.' })
  @IfSent()
  @IsInt()
  @Min(1)
  @Max(mostPlaces)
  capacity?: number;
}

@InputType({ description: 'Verwijdering van een zaal without sessions.' })
export class RemoveRoomInput extends SeenRoomInput {}

@InputType({ description: 'Nieuwe standhouder.' })
export class AddExhibitorInput extends AddInput {
  @Field(() => ID, { description: 'Organisatie that gets a stand; one stand each.' })
  @IsId('organisation')
  organisationId!: string;

  @Field({ description: 'Standnummer, unique within the event, 1 to 20 characters.' })
  @IsLine(1, 20)
  stand!: string;

  @Field(() => String, { nullable: true, description: 'Omschrijving of what it shows, at most 2,000 characters.' })
  @IfValue()
  @IsProse(1, 2_000)
  description?: string | null;
}

@InputType()
abstract class SeenExhibitorInput extends SeenInput {
  @Field(() => ID, { description: 'Standhouder: id of the exhibitor.' })
  @IsId('exhibitor')
  id!: string;
}

@InputType({ description: 'Wijziging van een standhouder: what is not sent stays as it is; null clears.' })
export class UpdateExhibitorInput extends SeenExhibitorInput {
  @Field(() => String, { nullable: true, description: 'Standnummer, 1 to 20 characters; cannot be cleared.' })
  @IfSent()
  @IsLine(1, 20)
  stand?: string;

  @Field(() => String, { nullable: true, description: 'Omschrijving, at most 2,000 characters.' })
  @IfValue()
  @IsProse(1, 2_000)
  description?: string | null;
}

@InputType({ description: 'Verwijdering van een standhouder, before the event begins.' })
export class RemoveExhibitorInput extends SeenExhibitorInput {}
