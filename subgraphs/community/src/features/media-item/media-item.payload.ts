import { DeletionPayload, Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { MediaItem } from './media-item.type.js';

@ObjectType({ description: 'Antwoord op createMediaItem.' })
export class CreateMediaItemPayload extends Payload {
  @Field(() => MediaItem, { nullable: true, description: 'Opname that was made; null when nothing was changed.' })
  mediaItem?: string;
}

@ObjectType({ description: 'Antwoord op updateMediaItem.' })
export class UpdateMediaItemPayload extends Payload {
  @Field(() => MediaItem, { nullable: true, description: 'Opname as it is now; null when nothing was changed.' })
  mediaItem?: string;
}

@ObjectType({ description: 'Antwoord op publishMediaItem.' })
export class PublishMediaItemPayload extends Payload {
  @Field(() => MediaItem, { nullable: true, description: 'Opname as it is now; null when nothing was changed.' })
  mediaItem?: string;
}

@ObjectType({ description: 'Antwoord op withdrawMediaItem.' })
export class WithdrawMediaItemPayload extends Payload {
  @Field(() => MediaItem, { nullable: true, description: 'Opname as it is now; null when nothing was changed.' })
  mediaItem?: string;
}

@ObjectType({ description: 'Antwoord op deleteMediaItem.' })
export class DeleteMediaItemPayload extends DeletionPayload {}
