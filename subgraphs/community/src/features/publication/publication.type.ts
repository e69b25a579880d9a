import { Changeable, connectionOf, Node } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { KnowledgeItem } from '../editorial/knowledge-item.type.js';

@ObjectType({
  implements: [Node, Changeable, KnowledgeItem],
  description: 'Publicatie: a book, guide or note of the association; all of it for everybody, or for members.',
})
@Directive('@key(fields: "id")')
export class Publication extends KnowledgeItem {
  @Field(() => String, { nullable: true, description: 'Ondertitel.' }) subtitle?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Tekst; null when it is elsewhere, or for members and the viewer is none.',
  })
  body?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Address of the document; null when there is none, or when it is for members and the viewer is none.',
  })
  url?: string;
}

export const PublicationConnection = connectionOf('Publication', () => Publication);
