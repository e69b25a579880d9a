import { Changeable, connectionOf, Node } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { KnowledgeItem } from '../editorial/knowledge-item.type.js';

@ObjectType({ implements: [Node, Changeable, KnowledgeItem], description: 'Nieuwsbericht of the association.' })
@Directive('@key(fields: "id")')
export class NewsItem extends KnowledgeItem {
  @Field(() => String, { nullable: true, description: 'Tekst; null when it is for members and the viewer is none.' })
  body?: string;
}

export const NewsItemConnection = connectionOf('NewsItem', () => NewsItem);
