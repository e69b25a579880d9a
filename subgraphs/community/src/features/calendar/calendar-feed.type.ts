import { Changeable, connectionOf, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { KnowledgeCircle } from '../knowledge-circle/knowledge-circle.type.js';
import { CalendarFeedKind } from './calendar-feed.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description:
    'Agenda-abonnement: an address that only you know, from which your calendar program reads as you. Its address is shown once; end it when somebody else may have seen it. It ends by itself with a new password, another e-mail address, or signing out everywhere.',
})
@Directive('@key(fields: "id")')
export class CalendarFeed extends Changeable implements Node {
  id!: string;

  @Field(() => CalendarFeedKind, { description: 'Soort: what it shows.' }) kind!: CalendarFeedKind;
  @Field(() => KnowledgeCircle, { nullable: true, description: 'Kenniskring whose meetings it shows; else null.' })
  circle?: Ref<KnowledgeCircle>;
}

export const CalendarFeedConnection = connectionOf('CalendarFeed', () => CalendarFeed);
