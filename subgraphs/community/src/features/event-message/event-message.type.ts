import { connectionOf, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Event } from '../event/event.type.js';
import { Person } from '../person/person.type.js';
import { AttendanceMode } from '../registration/registration.enums.js';
import { RegistrationState } from '../waiting-list/registration-state.enums.js';

@ObjectType({
  implements: Node,
  description:
    'Bericht aan deelnemers: a mail to who registered for an event, as it was sent. Only for who keeps the event.',
})
@Directive('@key(fields: "id")')
export class EventMessage extends Node {
  @Field(() => Event, { description: 'Evenement that it is about.' }) event!: Ref<Event>;
  @Field({ description: 'Onderwerp.' }) subject!: string;
  @Field({ description: 'Tekst; an empty line begins a paragraph.' }) body!: string;
  @Field(() => [RegistrationState], { description: 'Stand of the registrations that it went to.' })
  states!: RegistrationState[];
  @Field(() => AttendanceMode, {
    nullable: true,
    description: 'Vorm of attendance that it went to; null is every one.',
  })
  mode?: AttendanceMode;
  @Field(() => Int, { description: 'Aantal people to whom it went.' }) recipientCount!: number;
  @Field(() => Date, { description: 'Verzonden op.' }) sentAt!: Date;
  @Field(() => Person, {
    nullable: true,
    description: 'Afzender: who wrote it; null once erased, or when the viewer may not see this person.',
  })
  sentBy?: Ref<Person>;
}

export const EventMessageConnection = connectionOf('EventMessage', () => EventMessage);
