import { Changeable, connectionOf, type Connection, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { type Session, SessionConnection } from '../event-session/session.type.js';
import { type ExhibitorScan, ExhibitorScanConnection } from '../exhibitor-scan/exhibitor-scan.type.js';
import { Organisation } from '../organisation/organisation.type.js';
import { QuestionKind, TrackKind } from './event.enums.js';
import { Event } from './event.type.js';

@ObjectType({ implements: [Node, Changeable], description: 'Vraag that a registrant of an event answers.' })
@Directive('@key(fields: "id")')
export class EventQuestion extends Changeable implements Node {
  id!: string;

  @Field(() => Event, { description: 'Evenement that asks it.' }) event!: Ref<Event>;
  @Field(() => Int, { description: 'Volgorde among the questions, from 1.' }) position!: number;
  @Field({ description: 'Vraag, as the registrant reads it.' }) label!: string;
  @Field(() => QuestionKind, { description: 'Soort: how it is answered.' }) kind!: QuestionKind;
  @Field(() => [String], { description: 'Keuzes; empty unless it is a choice.' }) options!: string[];
  @Field({ description: 'Verplicht: whether it must be answered.' }) required!: boolean;
}

@ObjectType({
  implements: [Node, Changeable],
  description: 'Traject (track): a line of sessions through the programme of an event.',
})
@Directive('@key(fields: "id")')
export class Track extends Changeable implements Node {
  id!: string;

  @Field(() => Event, { description: 'Evenement that it is part of.' }) event!: Ref<Event>;
  @Field({ description: 'Naam.' }) name!: string;
  @Field(() => TrackKind, { description: 'Soort: for whom its sessions are.' }) kind!: TrackKind;
  @Field(() => Int, { description: 'Volgorde among the tracks.' }) position!: number;
  @Field(() => SessionConnection, { description: 'Sessies; private ones only for who may attend them.' })
  sessions!: Connection<Session>;
}

@ObjectType({ implements: [Node, Changeable], description: 'Zaal: a room of the venue of an event.' })
@Directive('@key(fields: "id")')
export class Room extends Changeable implements Node {
  id!: string;

  @Field(() => Event, { description: 'Evenement that uses it.' }) event!: Ref<Event>;
  @Field({ description: 'Naam.' }) name!: string;
  @Field(() => Int, { description: 'Capaciteit: how many people it holds.' }) capacity!: number;
  @Field(() => SessionConnection, { description: 'Sessies in it; never two at a time.' })
  sessions!: Connection<Session>;
}

@ObjectType({ implements: [Node, Changeable], description: 'Standhouder: a company with a stand at an event.' })
@Directive('@key(fields: "id")')
export class Exhibitor extends Changeable implements Node {
  id!: string;

  @Field(() => Event, { description: 'Evenement at which it stands.' }) event!: Ref<Event>;
  @Field(() => Organisation, { description: 'Organisatie.' }) organisation!: Ref<Organisation>;
  @Field({ description: 'Standnummer.' }) stand!: string;
  @Field(() => String, { nullable: true, description: 'Omschrijving of what it shows.' }) description?: string;

  @Field(() => ExhibitorScanConnection, {
    description: 'Scans of tickets at the stand: for who works for the company; others see those of their own ticket.',
  })
  scans!: Connection<ExhibitorScan>;
}

export const EventQuestionConnection = connectionOf('EventQuestion', () => EventQuestion);
export const TrackConnection = connectionOf('Track', () => Track);
export const RoomConnection = connectionOf('Room', () => Room);
export const ExhibitorConnection = connectionOf('Exhibitor', () => Exhibitor);
