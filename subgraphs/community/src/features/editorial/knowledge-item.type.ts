import { CalendarDate, Changeable, type Connection, Node } from '@lokaal/shared/graphql';
import { Field, InterfaceType } from 'type-graphql';
import { type Theme, ThemeConnection } from '../theme/theme.type.js';
import { type Author, AuthorConnection } from './author.type.js';
import { EditorialStatus, KnowledgeAccess } from './editorial.enums.js';

@InterfaceType({
  implements: [Node, Changeable],
  description: 'Kennisitem: a publication, recording or news item.',
  autoRegisterImplementations: false,
})
export abstract class KnowledgeItem extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Titel, in Dutch.' }) title!: string;
  @Field({ description: 'Samenvatting, in Dutch; for everybody, whatever the access.' }) summary!: string;
  @Field(() => KnowledgeAccess, { description: 'Toegang: who may read all of it.' }) access!: KnowledgeAccess;

  @Field({ description: 'Leesbaar: whether the viewer may read all of it; when not, what is for members is null.' })
  readable!: boolean;

  @Field(() => EditorialStatus, { description: 'Status; others than staff see what is published only.' })
  status!: EditorialStatus;

  @Field(() => CalendarDate, { description: 'Publicatiedatum: day from which it is shown, once it is published.' })
  publishedOn!: string;

  @Field(() => AuthorConnection, { description: 'Auteurs or speakers, in their order.' }) authors!: Connection<Author>;
  @Field(() => ThemeConnection, { description: 'Thema’s that it is about.' }) themes!: Connection<Theme>;

  @Field(() => String, { nullable: true, description: 'Reden van intrekking; null while it is not withdrawn.' })
  withdrawalReason?: string;
}
