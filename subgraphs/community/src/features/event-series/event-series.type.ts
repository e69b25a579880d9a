import { Changeable, connectionOf, type Connection, Node } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { EventSeriesCode } from '../event/event.enums.js';
import { type Event, EventConnection } from '../event/event.type.js';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Reeks: events of one kind, held again and again, whose editions can be compared.',
})
@Directive('@key(fields: "id")')
class EventSeries extends Changeable implements Node {
  id!: string;

  @Field(() => EventSeriesCode, { description: 'Code of the series, for filters.' }) code!: EventSeriesCode;
  @Field({ description: 'Naam, for example ManageIT.' }) name!: string;
  @Field({ description: 'Omschrijving, in Dutch.' }) description!: string;
  @Field(() => Int, { description: 'Volgorde in which the association names its series.' }) position!: number;

  @Field(() => EventConnection, { description: 'Edities: its events, with how many there are.' })
  editions!: Connection<Event>;
}

export const EventSeriesConnection = connectionOf('EventSeries', () => EventSeries);
