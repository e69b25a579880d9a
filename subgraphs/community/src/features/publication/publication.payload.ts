import { DeletionPayload, Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { Publication } from './publication.type.js';

@ObjectType({ description: 'Antwoord op createPublication.' })
export class CreatePublicationPayload extends Payload {
  @Field(() => Publication, { nullable: true, description: 'Publicatie that was made; null when nothing was changed.' })
  publication?: string;
}

@ObjectType({ description: 'Antwoord op updatePublication.' })
export class UpdatePublicationPayload extends Payload {
  @Field(() => Publication, { nullable: true, description: 'Publicatie as it is now; null when nothing was changed.' })
  publication?: string;
}

@ObjectType({ description: 'Antwoord op publishPublication.' })
export class PublishPublicationPayload extends Payload {
  @Field(() => Publication, { nullable: true, description: 'Publicatie as it is now; null when nothing was changed.' })
  publication?: string;
}

@ObjectType({ description: 'Antwoord op withdrawPublication.' })
export class WithdrawPublicationPayload extends Payload {
  @Field(() => Publication, { nullable: true, description: 'Publicatie as it is now; null when nothing was changed.' })
  publication?: string;
}

@ObjectType({ description: 'Antwoord op deletePublication.' })
export class DeletePublicationPayload extends DeletionPayload {}
