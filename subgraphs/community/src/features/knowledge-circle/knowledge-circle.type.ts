import {
  CalendarDate,
  Changeable,
  connectionOf,
  type Connection,
  NisCode,
  Node,
  type Ref,
} from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { type CircleAccession, CircleAccessionConnection } from '../circle-accession/circle-accession.type.js';
import { type CircleTrajectory, CircleTrajectoryConnection } from '../circle-trajectory/circle-trajectory.type.js';
import { Cohort } from '../cohort/cohort.type.js';
import { type Event, EventConnection } from '../event/event.type.js';
import { Organisation, OrganisationConnection } from '../organisation/organisation.type.js';
import { type Person, PersonConnection } from '../person/person.type.js';
import { type Theme, ThemeConnection } from '../theme/theme.type.js';
import { CircleStatus } from './knowledge-circle.enums.js';

@ObjectType({
  implements: [Node, Changeable],
  description: 'Kenniskring: local authorities of one region that learn together.',
})
@Directive('@key(fields: "id")')
export class KnowledgeCircle extends Changeable implements Node {
  id!: string;

  @Field({ description: 'Naam as the circle uses it, for example Westhoek.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Omschrijving, in Dutch.' }) description?: string;

  @Field(() => String, { nullable: true, description: 'Referentieregio with which it is aligned.' })
  referenceRegion?: string;

  @Field(() => CircleStatus, { description: 'Status, today.' }) status!: CircleStatus;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Opgericht op: first day after it was formalised; null while nobody did.',
  })
  foundedOn?: string;

  @Field(() => CalendarDate, { nullable: true, description: 'Beëindigd op: first day on which it no longer is.' })
  endedOn?: string;

  @Field(() => ThemeConnection, { description: 'Thema’s that it works on.' }) themes!: Connection<Theme>;

  @Field(() => [NisCode], {
    description:
      'NIS-codes of the municipalities (not OCMWs) that are a member today: each is in one circle at most, as a map needs.',
  })
  nisCodes!: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Interne nota’s; null unless you coordinate the circle or are staff.',
  })
  internalNotes?: string;

  @Field(() => PersonConnection, {
    description: 'Regiocoördinatoren: who leads it, as far as the viewer may see these people.',
  })
  coordinators!: Connection<Person>;

  @Field(() => CircleMembershipConnection, { description: 'Lidmaatschappen: who is or was a member, and when.' })
  members!: Connection<CircleMembership>;

  @Field(() => OrganisationConnection, { description: 'Organisaties that are a member today.' })
  organisations!: Connection<Organisation>;

  @Field(() => EventConnection, {
    description: 'Bijeenkomsten: its meetings, those that are not published for its coordinators and staff only.',
  })
  meetings!: Connection<Event>;

  @Field(() => CircleTrajectoryConnection, {
    description: 'Trajecten: how far it is with which building block (bouwsteen).',
  })
  trajectories!: Connection<CircleTrajectory>;

  @Field(() => CircleAccessionConnection, {
    description: 'Toetredingen: who asked to join or to found it, as far as the viewer may see that.',
  })
  accessions!: Connection<CircleAccession>;

  @Field(() => Cohort, {
    nullable: true,
    description: 'Vergelijkingsgroep: the municipalities among its members, to be compared with.',
  })
  cohort?: Ref<Cohort>;
}

@ObjectType({
  implements: [Node, Changeable],
  description: 'Lidmaatschap van een kenniskring: an authority is in at most one circle at a time.',
})
@Directive('@key(fields: "id")')
export class CircleMembership extends Changeable implements Node {
  id!: string;

  @Field(() => KnowledgeCircle, { description: 'Kenniskring that it is about.' }) circle!: Ref<KnowledgeCircle>;
  @Field(() => Organisation, { description: 'Organisatie that is or was a member.' }) organisation!: Ref<Organisation>;
  @Field(() => CalendarDate, { description: 'Vanaf: first day.' }) from!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Tot: first day on which it no longer was a member; null while there is no end.',
  })
  to?: string;

  @Field({ description: 'Actief: whether it is a member today.' }) active!: boolean;
}

export const KnowledgeCircleConnection = connectionOf('KnowledgeCircle', () => KnowledgeCircle);
const CircleMembershipConnection = connectionOf('CircleMembership', () => CircleMembership);
