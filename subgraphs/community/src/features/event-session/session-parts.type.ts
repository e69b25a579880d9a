import { Changeable, connectionOf, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Person } from '../person/person.type.js';
import { MaterialAccess } from './session.enums.js';
import { Session } from './session.type.js';

@ObjectType({ implements: [Node, Changeable], description: 'Spreker of a session.' })
@Directive('@key(fields: "id")')
export class SessionSpeaker extends Changeable implements Node {
  id!: string;

  @Field(() => Session, { description: 'Sessie in which the speaker speaks.' }) session!: Ref<Session>;
  @Field(() => Person, { nullable: true, description: 'Persoon; null when not a member or not for the viewer to see.' })
  person?: Ref<Person>;

  @Field({ description: 'Naam, as the programme prints it.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Wie is het: function and background.' }) biography?: string;
  @Field(() => Int, { description: 'Volgorde among the speakers, from 1.' }) position!: number;
}

@ObjectType({ implements: [Node, Changeable], description: 'Materiaal of a session: slides, a recording, a text.' })
@Directive('@key(fields: "id")')
export class SessionMaterial extends Changeable implements Node {
  id!: string;

  @Field(() => Session, { description: 'Sessie that it belongs to.' }) session!: Ref<Session>;
  @Field({ description: 'Titel.' }) title!: string;
  @Field(() => String, { description: 'Webadres, starting with https.' }) url!: string;
  @Field(() => MaterialAccess, { description: 'Toegang: for everybody or for participants.' }) access!: MaterialAccess;
}

@ObjectType({ implements: Node, description: 'Uitnodiging for a private session.' })
@Directive('@key(fields: "id")')
export class SessionInvitation extends Node {
  @Field(() => Session, { nullable: true, description: 'Sessie for which it is.' }) session?: Ref<Session>;
  @Field(() => Person, { nullable: true, description: 'Persoon who was invited, when the viewer may see that person.' })
  person?: Ref<Person>;

  @Field(() => Date, { description: 'Uitgenodigd op.' }) createdAt!: Date;
}

export const SessionSpeakerConnection = connectionOf('SessionSpeaker', () => SessionSpeaker);
export const SessionMaterialConnection = connectionOf('SessionMaterial', () => SessionMaterial);
export const SessionInvitationConnection = connectionOf('SessionInvitation', () => SessionInvitation);
