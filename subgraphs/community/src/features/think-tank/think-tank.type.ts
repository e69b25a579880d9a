import { CalendarDate, Changeable, connectionOf, type Connection, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { type Event, EventConnection } from '../event/event.type.js';
import { Person } from '../person/person.type.js';
import { type Theme, ThemeConnection } from '../theme/theme.type.js';
import { FocusProjectStatus } from './focus-project.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Denktank: people who think ahead for local government, for example Lokale Transformatie.',
})
@Directive('@key(fields: "id")')
export class ThinkTank extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Naam.' }) name!: string;
  @Field({ description: 'Omschrijving, in Dutch.' }) description!: string;
  @Field(() => CalendarDate, { description: 'Opgericht op: day of the first meeting.' }) foundedOn!: string;
  @Field(() => Int, { description: 'Aantal leden today.' }) memberCount!: number;

  @Field(() => ThinkTankMemberConnection, {
    description: 'Leden: who is or was a member, as far as the viewer may see these people.',
  })
  members!: Connection<ThinkTankMember>;

  @Field(() => EventConnection, { description: 'Vergaderingen: events of their own.' }) meetings!: Connection<Event>;
  @Field(() => FocusProjectConnection, { description: 'Speerpunten.' }) focusProjects!: Connection<FocusProject>;
}

@ObjectType({ implements: [Node, Changeable], description: 'Lid van een denktank.' })
@Directive('@key(fields: "id")')
export class ThinkTankMember extends Changeable implements Node {
  id!: string;

  @Field(() => ThinkTank, { description: 'Denktank that it is about.' }) thinkTank!: Ref<ThinkTank>;
  @Field(() => Person, { nullable: true, description: 'Persoon; null when erased.' }) person?: Ref<Person>;
  @Field({ description: 'Voorzitter: whether this member chairs it.' }) chairs!: boolean;
  @Field(() => CalendarDate, { description: 'Vanaf: first day.' }) from!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Tot: first day on which it no longer held; null while there is no end.',
  })
  to?: string;

  @Field({ description: 'Actief: whether it holds today.' }) active!: boolean;
}

@ObjectType({
  implements: [Node, Changeable],
  description: 'Speerpunt: a project that a think tank proposes or carries, for example an interoperability lab.',
})
@Directive('@key(fields: "id")')
export class FocusProject extends Changeable implements Node {
  id!: string;

  @Field(() => ThinkTank, { description: 'Denktank that it is of.' }) thinkTank!: Ref<ThinkTank>;
  @Field({ description: 'Titel.' }) title!: string;
  @Field({ description: 'Samenvatting, in Dutch.' }) summary!: string;
  @Field(() => FocusProjectStatus, { description: 'Status.' }) status!: FocusProjectStatus;
  @Field(() => Person, {
    nullable: true,
    description: 'Voorgesteld door; null when the viewer may not see this person.',
  })
  proposedBy?: Ref<Person>;

  @Field(() => CalendarDate, { nullable: true, description: 'Gestart op; null while it is proposed.' })
  startedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Afgerond op.' }) endedOn?: string;
  @Field(() => ThemeConnection, { description: 'Thema’s that it is about.' }) themes!: Connection<Theme>;
}

export const ThinkTankConnection = connectionOf('ThinkTank', () => ThinkTank);
export const FocusProjectConnection = connectionOf('FocusProject', () => FocusProject);
const ThinkTankMemberConnection = connectionOf('ThinkTankMember', () => ThinkTankMember);
