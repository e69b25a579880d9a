import { DeletionPayload, Payload } from '@lokaal/shared/graphql';
import { Field, ObjectType } from 'type-graphql';
import { NewsItem } from './news-item.type.js';

@ObjectType({ description: 'Antwoord op createNewsItem.' })
export class CreateNewsItemPayload extends Payload {
  @Field(() => NewsItem, { nullable: true, description: 'Nieuwsbericht that was made; null when nothing was changed.' })
  newsItem?: string;
}

@ObjectType({ description: 'Antwoord op updateNewsItem.' })
export class UpdateNewsItemPayload extends Payload {
  @Field(() => NewsItem, { nullable: true, description: 'Nieuwsbericht as it is now; null when nothing was changed.' })
  newsItem?: string;
}

@ObjectType({ description: 'Antwoord op publishNewsItem.' })
export class PublishNewsItemPayload extends Payload {
  @Field(() => NewsItem, { nullable: true, description: 'Nieuwsbericht as it is now; null when nothing was changed.' })
  newsItem?: string;
}

@ObjectType({ description: 'Antwoord op withdrawNewsItem.' })
export class WithdrawNewsItemPayload extends Payload {
  @Field(() => NewsItem, { nullable: true, description: 'Nieuwsbericht as it is now; null when nothing was changed.' })
  newsItem?: string;
}

@ObjectType({ description: 'Antwoord op deleteNewsItem.' })
export class DeleteNewsItemPayload extends DeletionPayload {}
