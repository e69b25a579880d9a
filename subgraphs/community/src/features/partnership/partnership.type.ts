import { CalendarDate, Changeable, connectionOf, Node } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Partnerschap of the association with another one, for example Major Cities of Europe.',
})
@Directive('@key(fields: "id")')
export class Partnership extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Naam of the partner.' }) name!: string;
  @Field({ description: 'Omschrijving: what it is about, in Dutch.' }) description!: string;
  @Field(() => String, { nullable: true, description: 'Website, starting with https.' }) website?: string;
  @Field(() => CalendarDate, { nullable: true, description: 'Vanaf: first day; null when it is not known.' })
  from?: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Tot: first day on which it no longer held; null while there is no end.',
  })
  to?: string;
}

export const PartnershipConnection = connectionOf('Partnership', () => Partnership);
