import { CalendarDate, Changeable, connectionOf, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { KnowledgeItem } from '../editorial/knowledge-item.type.js';
import { Session } from '../event-session/session.type.js';
import { Event } from '../event/event.type.js';
import { MediaKind } from './media-item.enums.js';

@ObjectType({
  implements: [Node, Changeable, KnowledgeItem],
  description: 'Opname: a webinar, podcast or video; to be watched by everybody, or by members.',
})
@Directive('@key(fields: "id")')
export class MediaItem extends KnowledgeItem {
  @Field(() => MediaKind, { description: 'Soort: webinar, podcast or video.' }) kind!: MediaKind;

  @Field(() => String, {
    nullable: true,
    description: 'Address; null when there is none yet, or when it is for members and the viewer is none.',
  })
  url?: string;

  @Field(() => Event, {
    nullable: true,
    description: 'Evenement of which it is the recording; null when the viewer may not see it.',
  })
  event?: Ref<Event>;

  @Field(() => Session, {
    nullable: true,
    description: 'Sessie of which it is the recording; null when the viewer may not see it.',
  })
  session?: Ref<Session>;

  @Field(() => Int, { nullable: true, description: 'Duur in minutes.' }) durationMinutes?: number;
  @Field(() => CalendarDate, { nullable: true, description: 'Opgenomen op: day of the recording.' })
  recordedOn?: string;
}

export const MediaItemConnection = connectionOf('MediaItem', () => MediaItem);
