import { CalendarDate, Changeable, connectionOf, type Connection, Node, type Ref } from '@lokaal/shared/graphql';
import { Directive, Field, ObjectType } from 'type-graphql';
import { Cohort } from '../cohort/cohort.type.js';
import { Organisation, OrganisationConnection } from '../organisation/organisation.type.js';
import { type Person, PersonConnection } from '../person/person.type.js';

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

  @Field(() => CalendarDate, { description: 'Opgericht op: day of its foundation.' }) foundedOn!: string;

  @Field(() => PersonConnection, {
    description: 'Regiocoördinatoren: who leads it, as far as the viewer may see these people.',
  })
  coordinators!: Connection<Person>;

  @Field(() => CircleMembershipConnection, { description: 'Lidmaatschappen: who is or was a member, and when.' })
  members!: Connection<CircleMembership>;

  @Field(() => OrganisationConnection, { description: 'Organisaties that are a member today.' })
  organisations!: Connection<Organisation>;

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
